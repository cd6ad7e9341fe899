import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { TaskResolve } from '@/lib/schemas/task'
import type { Context } from '@/lib/server/context'
import { ownFailure } from '@/lib/server/gateway/failure-book'
import { getOwnTask, getTask } from '@/lib/server/tasks/service'
import { findTaskByGatewayId, type TaskChange, type TaskRow } from '@/lib/server/tasks/store'
import { overrideTask } from './store'
import { acceptance } from './submit'

/**
 * What a person decides: about an unconfirmed task, to link the id the gateway's console shows, write
 * it off, or send it again; about a waiting one, to cancel it. Throws `not_found`, `forbidden`, `conflict` (no
 * longer in that state, or the id is taken).
 */
export async function resolveTask(
  context: Context,
  member: Member,
  id: string,
  decision: TaskResolve,
): Promise<TaskRow> {
  const row = await getOwnTask(context, member, id)
  if (decision.action === 'link') await assertFree(context, row, decision.task_id)
  const change = await changeFor(context, row, decision)
  const from = decision.action === 'cancel' ? 'waiting' : 'unconfirmed'
  if (!(await overrideTask(context.db, id, from, change))) {
    throw new AppError('conflict', `This task is no longer ${from}.`)
  }
  return getTask(context, member, id)
}

async function changeFor(
  context: Context,
  row: TaskRow,
  decision: TaskResolve,
): Promise<TaskChange> {
  const now = context.clock.now()
  switch (decision.action) {
    case 'link': {
      const accepted = { task_id: decision.task_id, cost: null }
      return { ...(await acceptance(context, row, accepted)), dueAt: now }
    }
    case 'write_off':
      return { status: 'failed', failure: ownFailure('written_off'), completedAt: now, dueAt: null }
    case 'cancel': {
      const failure = ownFailure('cancelled')
      return { status: 'failed', failure, actual: 0, completedAt: now, dueAt: null }
    }
    case 'resend':
      return { status: 'submitting', sentAt: null, spendBefore: null, attempts: 0, dueAt: now }
  }
}

async function assertFree(context: Context, row: TaskRow, gatewayTaskId: string): Promise<void> {
  const holder = await findTaskByGatewayId(context.db, gatewayTaskId)
  if (holder && holder.id !== row.id) {
    throw new AppError('conflict', 'Another task already has this gateway task id.')
  }
}
