import { taskResolveSchema, taskSchema } from '@/lib/schemas/task'
import { kick } from '@/lib/server/engine/loop'
import { background, handler, json, parse, readJson } from '@/lib/server/http'
import { resolveTask } from '@/lib/server/engine/resolve'
import { viewTask } from '@/lib/server/tasks/service'

export const POST = handler<{ id: string }>(
  'creator',
  async ({ context, member, request, params }) => {
    const decision = parse(taskResolveSchema, await readJson(request))
    const row = await resolveTask(context, member, params.id, decision)
    background(context, kick(context, { kind: 'task', ...row }))
    return json(taskSchema, await viewTask(context, member, row.id))
  },
)
