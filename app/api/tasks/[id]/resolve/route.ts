import { taskResolveSchema, taskSchema } from '@/lib/schemas/task'
import { kick } from '@/lib/server/engine/loop'
import { background, handler, json, parse, readJson } from '@/lib/server/http'
import { toTask } from '@/lib/server/tasks/dto'
import { resolveTask } from '@/lib/server/engine/resolve'

export const POST = handler<{ id: string }>(async ({ context, request, params }) => {
  const decision = parse(taskResolveSchema, await readJson(request))
  const row = await resolveTask(context, params.id, decision)
  background(context, kick(context, { kind: 'task', ...row }))
  return json(taskSchema, toTask(row, context.clock.now()))
})
