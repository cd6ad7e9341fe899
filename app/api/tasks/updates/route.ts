import { createHash } from 'node:crypto'
import { taskUpdatesSchema } from '@/lib/schemas/task'
import { taskIdsSchema } from '@/lib/schemas/task-query'
import { kick } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query } from '@/lib/server/http'
import { tasksById } from '@/lib/server/tasks/service'

/** One poll for everything on screen. It reads our database; a task found due is moved after the answer. */
export const GET = handler('viewer', async ({ context, member, request }) => {
  const { ids } = parse(taskIdsSchema, query(request))
  const { tasks, due } = await tasksById(context, member, ids)
  for (const task of due) background(context, kick(context, { kind: 'task', ...task }))

  const etag = `"${createHash('sha256').update(JSON.stringify(tasks)).digest('base64url')}"`
  const headers = { ETag: etag }
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  return json(taskUpdatesSchema, { data: tasks }, { headers })
})
