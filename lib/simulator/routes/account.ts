import { ledgerOf, spentOf } from '../ledger'
import { catalogRows, coins } from '../prices'
import { success, type Reply } from '../reply'
import { gatewayRoute, openRoute, type Call, type World } from '../route'

/** Balances and prices (protocol §6). One account owns all keys. */
export const accountRoutes = [
  gatewayRoute('GET', '/api/open-api/v1/user/balance', userBalance),
  gatewayRoute('GET', '/api/open-api/v1/key/balance', keyBalance),
  openRoute('GET', '/api/openapi/model/catalog', catalog),
]

function userBalance(_call: Call, world: World): Reply {
  const { state } = world
  const balance = coins(world.startBalance + state.toppedUp)
  const used = spentOf(ledgerOf(state.tasks.values(), world.now()))
  return success(world.successCode, {
    balance,
    used_coin: used,
    available: coins(balance - used),
  })
}

/** `total_quota` 0 is unlimited, and then `available_quota` is 0 too (§6.2). */
function keyBalance(call: Call, world: World): Reply {
  const total = world.keyQuota
  const used = spentOf(ledgerOf(world.state.tasks.values(), world.now()), call.keySha256)
  return success(world.successCode, {
    name: 'simulator',
    total_quota: total,
    used_quota: used,
    available_quota: total === 0 ? 0 : coins(Math.max(0, total - used)),
    unlimited: total === 0,
  })
}

function catalog(call: Call, world: World): Reply {
  const list = catalogRows(call.query.get('search') ?? '')
  return success(world.successCode, { list, total: list.length })
}
