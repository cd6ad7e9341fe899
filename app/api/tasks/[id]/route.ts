import { taskPatchSchema, taskSchema } from '@/lib/schemas/task'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { changeTask, viewTask } from '@/lib/server/tasks/service'

type Params = { id: string }

export const GET = handler<Params>('viewer', async ({ context, member, params }) => {
  return json(taskSchema, await viewTask(context, member, params.id))
})

export const PATCH = handler<Params>('viewer', async ({ context, member, request, params }) => {
  const change = parse(taskPatchSchema, await readJson(request))
  return json(taskSchema, await changeTask(context, member, params.id, change))
})

/** Hides the task; `PATCH { hidden: false }` brings it back. Nothing paid is ever deleted here. */
export const DELETE = handler<Params>('creator', async ({ context, member, params }) => {
  return json(taskSchema, await changeTask(context, member, params.id, { hidden: true }))
})
