import { endsAt } from './lifecycle'
import { coins } from './prices'
import type { TaskRecord } from './records'

/** One movement of money. `amount` is JimiCoin and positive for both kinds. */
export type Charge = {
  id: string
  at: number
  task_id: string
  kind: 'charge' | 'refund'
  amount: number
  model: string
  body_sha256: string
  key_sha256: string
}

/** Every charge and refund up to `now`, oldest first: a task is charged when created, refunded when it fails. */
export function ledgerOf(tasks: Iterable<TaskRecord>, now: number): Charge[] {
  return Array.from(tasks)
    .flatMap((task) => chargesOf(task, now))
    .sort((a, b) => a.at - b.at)
}

function chargesOf(task: TaskRecord, now: number): Charge[] {
  const common = {
    task_id: task.id,
    amount: task.cost,
    model: task.input.model,
    body_sha256: task.body_sha256,
    key_sha256: task.key_sha256,
  }
  const charge: Charge = { id: `c_${task.id}`, at: task.created_at, kind: 'charge', ...common }
  if (task.ending.kind !== 'failed') return [charge]
  const at = endsAt(task) + task.ending.refund_delay_ms
  return at > now ? [charge] : [charge, { id: `r_${task.id}`, at, kind: 'refund', ...common }]
}

/** Consumption minus refunds (protocol §6.1), of one key or of all. */
export function spentOf(charges: Iterable<Charge>, keySha256?: string): number {
  let spent = 0
  for (const { kind, amount, key_sha256 } of charges) {
    if (keySha256 !== undefined && key_sha256 !== keySha256) continue
    spent += kind === 'charge' ? amount : -amount
  }
  return coins(spent)
}
