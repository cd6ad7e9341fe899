import { lineageSchema } from '@/lib/schemas/lineage'
import { handler, json } from '@/lib/server/http'
import { lineageOf } from '@/lib/server/lineage/service'

export const GET = handler<{ id: string }>('viewer', async ({ context, member, params }) => {
  return json(lineageSchema, await lineageOf(context, member, params.id))
})
