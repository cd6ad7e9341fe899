import { notePatchSchema, noteSchema } from '@/lib/schemas/note'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { changeNote, removeNote } from '@/lib/server/notes/service'

type Params = { id: string }

export const PATCH = handler<Params>('viewer', async ({ context, member, request, params }) => {
  const change = parse(notePatchSchema, await readJson(request))
  return json(noteSchema, await changeNote(context, member, params.id, change))
})

export const DELETE = handler<Params>('viewer', async ({ context, member, params }) => {
  await removeNote(context, member, params.id)
  return new Response(null, { status: 204 })
})
