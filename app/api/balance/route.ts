import { balanceSchema } from '@/lib/schemas/account'
import { handler, json } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context }) => {
  const [account, key] = await Promise.all([
    context.gateway.balance(),
    context.gateway.keyBalance(),
  ])
  return json(balanceSchema, {
    simulated: context.simulated,
    unit: 'JimiCoin',
    account:
      account.kind === 'ok'
        ? {
            balance: account.value.balance,
            used: account.value.used_coin,
            available: account.value.available,
          }
        : null,
    key: key.kind === 'ok' ? key.value : null,
  })
})
