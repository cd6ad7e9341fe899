import { AppError } from '@/lib/errors'
import { manyTasksChangedSchema, manyTasksPatchSchema } from '@/lib/schemas/gallery'
import { taskListSchema, taskSchema } from '@/lib/schemas/task'
import { taskQuerySchema } from '@/lib/schemas/task-query'
import type { Context } from '@/lib/server/context'
import { kick, sweep } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query, readJson } from '@/lib/server/http'
import { changeTasks } from '@/lib/server/tasks/change-many'
import { createTask } from '@/lib/server/tasks/create-task'
import { listTasks, viewTask } from '@/lib/server/tasks/service'
import type { TaskRow } from '@/lib/server/tasks/store'
import { isUuid } from '@/lib/server/uuid'

export const GET = handler('viewer', async ({ context, member, request }) => {
  return json(
    taskListSchema,
    await listTasks(context, member, parse(taskQuerySchema, query(request))),
  )
})

export const POST = handler('creator', async ({ context, member, request }) => {
  const idempotencyKey = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new AppError(
      'idempotency_key_required',
      'Send an Idempotency-Key of 1 to 255 visible ASCII characters.',
    )
  }
  const { row, created } = await createTask(context, {
    author: member,
    body: await readJson(request),
    idempotencyKey,
    takeGroup: readTakeGroup(request),
    mayWait: request.headers.get('wait-for-approval')?.toLowerCase() === 'true',
  })
  if (created) background(context, start(context, row))
  return json(taskSchema, await viewTask(context, member, row.id), { status: created ? 201 : 200 })
})

/** The same change to many tasks; what the member may not change is refused, the rest is changed. */
export const PATCH = handler('viewer', async ({ context, member, request }) => {
  const patch = parse(manyTasksPatchSchema, await readJson(request))
  return json(manyTasksChangedSchema, await changeTasks(context, member, patch))
})

/** What a waiting task waits for is due as well. */
function start(context: Context, row: TaskRow): Promise<unknown> {
  return row.status === 'waiting' ? sweep(context) : kick(context, { kind: 'task', ...row })
}

/** Takes of one input that were asked for together carry the same UUID in `Take-Group`. */
function readTakeGroup(request: Request): string | null {
  const group = request.headers.get('take-group')
  return group && isUuid(group) ? group : null
}
