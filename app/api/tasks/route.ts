import { AppError } from '@/lib/errors'
import { taskListSchema, taskSchema } from '@/lib/schemas/task'
import { taskQuerySchema } from '@/lib/schemas/task-query'
import { kick } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query, readJson } from '@/lib/server/http'
import { toTask } from '@/lib/server/tasks/dto'
import { createTask, listTasks } from '@/lib/server/tasks/service'

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
  })
  if (created) background(context, kick(context, row))
  return json(taskSchema, toTask(row, context.clock.now()), { status: created ? 201 : 200 })
})

/** Takes of one input that were asked for together carry the same UUID in `Take-Group`. */
function readTakeGroup(request: Request): string | null {
  const group = request.headers.get('take-group')
  return group && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(group) ? group : null
}
