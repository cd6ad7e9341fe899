import 'server-only'
import type { TaskDoubt } from '@/lib/schemas/task'
import type { Context } from '@/lib/server/context'
import type { Gateway } from '@/lib/server/gateway/client'
import type { TaskRow } from '@/lib/server/tasks/store'
import { otherSpending, type OtherSpending } from './store'

/** Prices have at most six decimals. */
const smallestAmount = 1e-6

/** The key's spend in JimiCoin (protocol §6.2), `null` when it cannot be had just now. */
export async function readSpend(gateway: Gateway): Promise<number | null> {
  const outcome = await gateway.keyBalance()
  return outcome.kind === 'ok' ? outcome.value.used_quota : null
}

/**
 * What the key's spend meter says about a create whose answer is missing. It may stay silent
 * (`unclear`) but must not be wrong: as soon as anything else moved the meter in a way that cannot be
 * subtracted exactly, it is unclear.
 */
export async function readVerdict(
  context: Pick<Context, 'db' | 'gateway'>,
  row: TaskRow & { sentAt: Date },
): Promise<Pick<TaskDoubt, 'spend_after' | 'verdict'>> {
  const before = row.spendBefore?.toNumber() ?? null
  const after = await readSpend(context.gateway)
  if (before === null || after === null) return { spend_after: after, verdict: 'unclear' }
  const others = await otherSpending(context.db, { id: row.id, since: row.sentAt })
  const estimate = row.estimate?.toNumber() ?? null
  return { spend_after: after, verdict: judge(after - before, estimate, others) }
}

/** Pure: what a rise of the meter means, given what else was going on. JimiCoin. */
export function judge(
  rise: number,
  estimate: number | null,
  others: OtherSpending,
): TaskDoubt['verdict'] {
  if (others.disturbed) return 'unclear'
  const known = others.costs.reduce((sum, cost) => sum + cost, 0)
  const rest = rise - known
  if (Math.abs(rest) < smallestAmount) return 'not_charged'
  return estimate !== null && Math.abs(rest - estimate) < smallestAmount ? 'charged' : 'unclear'
}
