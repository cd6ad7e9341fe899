import { newNoteSchema, noteListSchema, noteSchema } from '@/lib/schemas/note'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { addNote, listNotes } from '@/lib/server/notes/service'

type Params = { id: string }

export const GET = handler<Params>('viewer', async ({ context, member, params }) => {
  return json(noteListSchema, { data: await listNotes(context, member, params.id) })
})

export const POST = handler<Params>('viewer', async ({ context, member, request, params }) => {
  const note = parse(newNoteSchema, await readJson(request))
  return json(noteSchema, await addNote(context, member, params.id, note), { status: 201 })
})
