import { models } from '@/lib/models/capabilities'
import { modelsSchema } from '@/lib/schemas/account'
import { handler, json } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context }) =>
  json(modelsSchema, {
    data: [...models],
    settings: context.settings,
    prices: await context.prices.list(),
    unit: 'JimiCoin',
  }),
)
