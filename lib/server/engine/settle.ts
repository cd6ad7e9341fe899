import 'server-only'
import type { Context } from '@/lib/server/context'
import { readDoubt } from '@/lib/server/tasks/dto'
import type { TaskRow } from '@/lib/server/tasks/store'
import { writeTask } from './store'
import { verdict } from './meter'
import { after } from './schedule'

/** A meter that cannot be read is tried this many times. */
const mostLooks = 10

/**
 * Looks at the spend meter once more, because it may lag. The task stays unconfirmed: only a person
 * decides what becomes of it.
 */
export async function settle(context: Context, row: TaskRow): Promise<void> {
  if (!row.sentAt) throw new Error(`Task ${row.id} is unconfirmed but was never sent.`)
  const evidence = await verdict(context, { id: row.id, sentAt: row.sentAt })
  const attempts = row.attempts + 1
  const unread = evidence.spend_after === null && attempts < mostLooks
  await writeTask(context.db, row, {
    doubt: { ...readDoubt(row), ...evidence },
    attempts,
    dueAt: unread ? after(context, 30) : null,
  })
}
