import 'server-only'
import type { Context } from '@/lib/server/context'
import { findTask, type TaskRow } from '@/lib/server/tasks/store'
import { archive } from './archive'
import { ask } from './ask'
import { withLease, type Hold } from './hold'
import { after, backOff } from './schedule'
import { settle } from './settle'
import { LeaseLost, writeTask } from './store'
import { submit } from './submit'

/**
 * The only mover of a task: takes the one step its state asks for, and writes the outcome with the time
 * of the next. Three triggers share it (the create handler, a client that sees a due task, the sweep).
 */
export function advance(context: Context, id: string): Promise<void> {
  return withLease(context, id, async (row, hold) => {
    try {
      await step(context, row, hold)
    } catch (error) {
      if (error instanceof LeaseLost) return
      context.log.error({ task: id, error }, 'a step failed')
      await postpone(context, row)
    }
  })
}

function step(context: Context, row: TaskRow, hold: Hold): Promise<void> {
  switch (row.status) {
    case 'submitting':
      return submit(context, row, hold)
    case 'queued':
    case 'processing':
      return ask(context, row)
    case 'unconfirmed':
      return settle(context, row)
    case 'completed':
    case 'failed':
      return archive(context, row, hold)
  }
}

/** A step that threw says nothing about the task. Should it have paid, `sentAt` says so to the next one. */
async function postpone(context: Context, row: TaskRow): Promise<void> {
  const latest = await findTask(context.db, row.id)
  if (!latest || latest.fence !== row.fence) return
  const attempts = latest.attempts + 1
  await writeTask(context.db, latest, {
    attempts,
    dueAt: after(context, backOff(attempts, 5, 600)),
  }).catch((error: unknown) => {
    if (!(error instanceof LeaseLost)) throw error
  })
}
