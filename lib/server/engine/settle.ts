import 'server-only'
import type { Context } from '@/lib/server/context'
import { readDoubt } from '@/lib/server/tasks/dto'
import type { TaskRow } from '@/lib/server/tasks/store'
import { readVerdict } from './meter'
import { after } from './schedule'
import { writeTask } from './store'

export const firstLookSeconds = 5

/** A meter may lag: what it does not show at the first look may show at the second. */
const secondLookSeconds = 30

/** A meter that cannot be read is tried this many times. */
const mostLooks = 10

/**
 * Looks at the key's spend meter for an unconfirmed task. Until that has told what it can,
 * `spend_after` stays open. The task stays unconfirmed all the same: only a person decides what becomes
 * of it.
 */
export async function settle(context: Context, row: TaskRow): Promise<void> {
  const { sentAt } = row
  if (!sentAt) throw new Error(`Task ${row.id} is unconfirmed but was never sent.`)
  const seen = await readVerdict(context, { ...row, sentAt })
  const attempts = row.attempts + 1
  const told = seen.verdict === 'charged' || (seen.spend_after !== null && attempts > 1)
  await writeTask(context.db, row, {
    doubt: told ? { ...readDoubt(row), ...seen } : undefined,
    attempts,
    dueAt: told || attempts >= mostLooks ? null : after(context, secondLookSeconds),
  })
}
