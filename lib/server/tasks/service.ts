import 'server-only'
import { AppError } from '@/lib/errors'
import type { Task, TaskList } from '@/lib/schemas/task'
import type { TaskQuery } from '@/lib/schemas/task-query'
import type { Context } from '@/lib/server/context'
import { readCursor, toCursor } from '@/lib/server/db/keyset'
import { isUuid } from '@/lib/server/uuid'
import { toTask } from './dto'
import { editTask, findTask, findTasks, pageOfTasks, type TaskChange, type TaskRow } from './store'

/** Throws `not_found`. */
export async function getTask(context: Context, id: string): Promise<TaskRow> {
  const row = isUuid(id) ? await findTask(context.db, id) : null
  if (!row) throw new AppError('not_found', 'There is no such task.')
  return row
}

/** One page of tasks that are not hidden, newest first. Throws `invalid_input` for a foreign cursor. */
export async function listTasks(context: Context, query: TaskQuery): Promise<TaskList> {
  const { cursor, limit, ...filter } = query
  const after = cursor ? readCursor(cursor) : null
  const rows = await pageOfTasks(context.db, filter, { after, limit: limit + 1 })
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
  ids: string[],
): Promise<{ tasks: Task[]; due: TaskRow[] }> {
  const rows = await findTasks(context.db, ids)
  const now = context.clock.now()
  return {
    tasks: rows.map((row) => toTask(row, now)),
    due: rows.filter((row) => row.dueAt !== null && row.dueAt <= now),
  }
}

/** Title, favourite, hidden. Returns the task afterwards; throws `not_found`. */
export async function changeTask(
  context: Context,
  id: string,
  change: Pick<TaskChange, 'title' | 'favourite' | 'hiddenAt'>,
): Promise<TaskRow> {
  await getTask(context, id)
  await editTask(context.db, id, change)
  return getTask(context, id)
}
