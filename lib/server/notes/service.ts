import 'server-only'
import { AppError } from '@/lib/errors'
import { isAtLeast, mayEditOwn } from '@/lib/models/access'
import type { Member } from '@/lib/models/member'
import type { NewNote, Note, NotePatch } from '@/lib/schemas/note'
import type { Context } from '@/lib/server/context'
import { getTask } from '@/lib/server/tasks/service'
import { isUuid } from '@/lib/server/uuid'
import { toNote } from './dto'
import {
  countNotes,
  deleteNote,
  findNote,
  insertNote,
  notesOf,
  updateNote,
  type NoteRow,
} from './store'

/** More than anybody reads, and few enough to be answered in one piece. */
const mostNotes = 500

/** Throws `not_found`. */
export async function listNotes(context: Context, member: Member, taskId: string): Promise<Note[]> {
  await getTask(context, member, taskId)
  return (await notesOf(context.db, taskId)).map(toNote)
}

/** Whoever sees a task may note something about it. Throws `not_found`, `conflict` when it is full. */
export async function addNote(
  context: Context,
  member: Member,
  taskId: string,
  { text, start, end = null }: NewNote,
): Promise<Note> {
  await getTask(context, member, taskId)
  if ((await countNotes(context.db, taskId)) >= mostNotes) {
    throw new AppError('conflict', `A task takes at most ${mostNotes} notes.`)
  }
  const createdAt = context.clock.now()
  const authorId = member.id
  return toNote(await insertNote(context.db, { taskId, authorId, text, start, end, createdAt }))
}

/** Words are changed by their author and admins, `done` by whoever makes clips too. Throws `not_found`, `forbidden`. */
export async function changeNote(
  context: Context,
  member: Member,
  id: string,
  { text, done }: NotePatch,
): Promise<Note> {
  const row = await getNote(context, member, id)
  const own = mayEditOwn(member, row)
  if (!own && (text !== undefined || !isAtLeast(member, 'creator'))) throw notTheirs()
  const doneAt = done === undefined ? undefined : done ? context.clock.now() : null
  const changed = await updateNote(context.db, id, { text, doneAt })
  if (!changed) throw notThere()
  return toNote(changed)
}

/** Throws `not_found`, `forbidden`. */
export async function removeNote(context: Context, member: Member, id: string): Promise<void> {
  const row = await getNote(context, member, id)
  if (!mayEditOwn(member, row)) throw notTheirs()
  await deleteNote(context.db, id)
}

/** A note of a task that the member may see. */
async function getNote(context: Context, member: Member, id: string): Promise<NoteRow> {
  const row = isUuid(id) ? await findNote(context.db, id) : null
  if (!row) throw notThere()
  await getTask(context, member, row.taskId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? notThere() : error
  })
  return row
}

const notThere = () => new AppError('not_found', 'There is no such note.')
const notTheirs = () => new AppError('forbidden', 'This note is somebody else’s.')
