import 'server-only'
import type { Prisma, PrismaClient as Db } from '@/lib/server/generated/prisma/client'

const include = { author: { select: { id: true, name: true } } } satisfies Prisma.NoteInclude

export type NoteRow = Prisma.NoteGetPayload<{ include: typeof include }>

/** In the order in which the clip reaches them. */
export function notesOf(db: Db, taskId: string): Promise<NoteRow[]> {
  return db.note.findMany({
    where: { taskId },
    include,
    orderBy: [{ start: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
}

export function countNotes(db: Db, taskId: string): Promise<number> {
  return db.note.count({ where: { taskId } })
}

export function findNote(db: Db, id: string): Promise<NoteRow | null> {
  return db.note.findUnique({ where: { id }, include })
}

export function insertNote(db: Db, data: Prisma.NoteUncheckedCreateInput): Promise<NoteRow> {
  return db.note.create({ data, include })
}

/** null when somebody has deleted it meanwhile. */
export async function updateNote(
  db: Db,
  id: string,
  data: Pick<Prisma.NoteUncheckedUpdateManyInput, 'text' | 'doneAt'>,
): Promise<NoteRow | null> {
  await db.note.updateMany({ where: { id }, data })
  return findNote(db, id)
}

export async function deleteNote(db: Db, id: string): Promise<void> {
  await db.note.deleteMany({ where: { id } })
}
