import { AppError } from '@/lib/errors'
import { taskListSchema, taskSchema } from '@/lib/schemas/task'
import { taskQuerySchema } from '@/lib/schemas/task-query'
import type { Context } from '@/lib/server/context'
import { kick, sweep } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query, readJson } from '@/lib/server/http'
import { toTask } from '@/lib/server/tasks/dto'
import { createTask } from '@/lib/server/tasks/create-task'
import { listTasks } from '@/lib/server/tasks/service'
import type { TaskRow } from '@/lib/server/tasks/store'
import { isUuid } from '@/lib/server/uuid'

export const GET = handler(async ({ context, request }) => {
  return json(taskListSchema, await listTasks(context, parse(taskQuerySchema, query(request))))
})

export const POST = handler(async ({ context, request }) => {
  const idempotencyKey = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new AppError(
      'idempotency_key_required',
      'Send an Idempotency-Key of 1 to 255 visible ASCII characters.',
    )
  }
  const { row, created } = await createTask(context, {
    body: await readJson(request),
    idempotencyKey,
    takeGroup: readTakeGroup(request),
    mayWait: request.headers.get('wait-for-approval')?.toLowerCase() === 'true',
  })
  if (created) background(context, start(context, row))
  return json(taskSchema, toTask(row, context.clock.now()), { status: created ? 201 : 200 })
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
