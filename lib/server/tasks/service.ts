import 'server-only'
import { AppError } from '@/lib/errors'
import { isAtLeast, mayChange, maySee } from '@/lib/models/access'
import type { Member } from '@/lib/models/member'
import type { Task, TaskList, TaskPatch } from '@/lib/schemas/task'
import type { TaskQuery } from '@/lib/schemas/task-query'
import type { Context } from '@/lib/server/context'
import { readCursor, toCursor } from '@/lib/server/db/keyset'
import { isUuid } from '@/lib/server/uuid'
import { toTask } from './dto'
import {
  editTask,
  findTask,
  findTaskViews,
  pageOfTasks,
  setFavourites,
  type TaskEdit,
  type TaskRow,
  type TaskView,
} from './store'

/** A task that the member may see. Throws `not_found`. */
export async function getTask(context: Context, member: Member, id: string): Promise<TaskRow> {
  const row = isUuid(id) ? await findTask(context.db, id) : null
  if (!row || !maySee(member, row)) throw new AppError('not_found', 'There is no such task.')
  return row
}

/** A task that the member may change. Throws `not_found`, `forbidden`. */
export async function getOwnTask(context: Context, member: Member, id: string): Promise<TaskRow> {
  const row = await getTask(context, member, id)
  if (!mayChange(member, row)) throw new AppError('forbidden', 'This task is somebody else’s.')
  return row
}

/** A task as the API shows it to the member. Throws `not_found`. */
export async function viewTask(context: Context, member: Member, id: string): Promise<Task> {
  const [row] = isUuid(id) ? await findTaskViews(context.db, member, [id]) : []
  if (!row) throw new AppError('not_found', 'There is no such task.')
  return toTask(row, context.clock.now())
}

/** One page of tasks that are not hidden, newest first. Throws `invalid_input` for a foreign cursor. */
export async function listTasks(
  context: Context,
  member: Member,
  query: TaskQuery,
): Promise<TaskList> {
  const { cursor, limit, ...filter } = query
  const after = cursor ? readCursor(cursor) : null
  const rows = await pageOfTasks(context.db, member, filter, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const now = context.clock.now()
  return {
    data: page.map((row) => toTask(row, now)),
    next_cursor: rows.length > limit && last ? toCursor(last) : null,
  }
}

/** The tasks of a visible list as they stand, unknown ids left out; `due` are those the engine may move now. */
export async function tasksById(
  context: Context,
  member: Member,
  ids: string[],
): Promise<{ tasks: Task[]; due: TaskView[] }> {
  const rows = await findTaskViews(context.db, member, ids)
  const now = context.clock.now()
  return {
    tasks: rows.map((row) => toTask(row, now)),
    due: rows.filter((row) => row.dueAt !== null && row.dueAt <= now),
  }
}

/**
 * What people say of a task. A favourite is everybody's own, a pick any creator's, the rest the author's
 * and the admins'. Returns the task afterwards; throws `not_found`, `forbidden`.
 */
export async function changeTask(
  context: Context,
  member: Member,
  id: string,
  { favourite, picked, hidden, ...change }: TaskPatch,
): Promise<Task> {
  const row = await getTask(context, member, id)
  const now = context.clock.now()
  const edit: TaskEdit = { ...change }
  if (hidden !== undefined) edit.hiddenAt = hidden ? now : null
  if (Object.keys(edit).length > 0 && !mayChange(member, row)) {
    throw new AppError('forbidden', 'This task is somebody else’s.')
  }
  if (picked !== undefined) {
    if (!isAtLeast(member, 'creator')) throw new AppError('forbidden', 'Viewers do not pick.')
    Object.assign(edit, { pickedById: picked ? member.id : null, pickedAt: picked ? now : null })
  }
  if (Object.keys(edit).length > 0) await editTask(context.db, id, edit)
  if (favourite !== undefined) {
    await setFavourites(context.db, member.id, [id], favourite)
  }
  return viewTask(context, member, id)
}
