import { taskPatchSchema, taskSchema } from '@/lib/schemas/task'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { toTask } from '@/lib/server/tasks/dto'
import { changeTask, getTask } from '@/lib/server/tasks/service'

type Params = { id: string }

export const GET = handler<Params>(async ({ context, params }) => {
  return json(taskSchema, toTask(await getTask(context, params.id), context.clock.now()))
})

export const PATCH = handler<Params>(async ({ context, request, params }) => {
  const { hidden, ...change } = parse(taskPatchSchema, await readJson(request))
  const row = await changeTask(context, params.id, {
    ...change,
    hiddenAt: hidden === false ? null : undefined,
  })
  return json(taskSchema, toTask(row, context.clock.now()))
})

/** Hides the task; `PATCH { hidden: false }` brings it back. Nothing paid is ever deleted here. */
export const DELETE = handler<Params>(async ({ context, params }) => {
  const now = context.clock.now()
  return json(taskSchema, toTask(await changeTask(context, params.id, { hiddenAt: now }), now))
})
