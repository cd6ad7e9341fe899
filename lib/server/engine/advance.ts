import 'server-only'
import type { AssetRow } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import type { TaskRow } from '@/lib/server/tasks/store'
import { archive } from './archive'
import { ask } from './ask'
import { withLease, type Hold } from './hold'
import { reviewAsset } from './review-asset'
import { after, backOff } from './schedule'
import { settle } from './settle'
import { LeaseLost, postpone, type RowOf, type WorkKind } from './store'
import { submit } from './submit'
import { submitAsset } from './submit-asset'
import { wait } from './wait'

/**
 * The only mover of a task or an asset: takes the one step its state asks for, and writes the outcome
 * with the time of the next. Three triggers share it (the create handler, a client that sees a due
 * task, the sweep).
 */
export function advance(context: Context, kind: WorkKind, id: string): Promise<void> {
  return kind === 'task'
    ? move(context, kind, id, stepOfTask)
    : move(context, kind, id, stepOfAsset)
}

type Step<Kind extends WorkKind> = (context: Context, row: RowOf[Kind], hold: Hold) => Promise<void>

/** A step that threw says nothing about the row. Should it have paid, `sentAt` says so to the next one. */
function move<Kind extends WorkKind>(
  context: Context,
  kind: Kind,
  id: string,
  step: Step<Kind>,
): Promise<void> {
  return withLease(context, kind, id, async (row, hold) => {
    try {
      await step(context, row, hold)
    } catch (error) {
      if (error instanceof LeaseLost) return
      context.log.error({ kind, id, error }, 'a step failed')
      const attempts = row.attempts + 1
      const dueAt = after(context, backOff(attempts, 5, 600))
      await postpone(context.db, { kind, id, fence: row.fence }, attempts, dueAt)
    }
  })
}

function stepOfTask(context: Context, row: TaskRow, hold: Hold): Promise<void> {
  switch (row.status) {
    case 'waiting':
      return wait(context, row)
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

function stepOfAsset(context: Context, row: AssetRow, hold: Hold): Promise<void> {
  return row.status === 'submitting' ? submitAsset(context, row, hold) : reviewAsset(context, row)
}
