import 'server-only'
import type { Member } from '@/lib/models/member'
import {
  Prisma,
  type Collection as CollectionRow,
  type PrismaClient as Db,
} from '@/lib/server/generated/prisma/client'
import { inGallery } from '@/lib/server/gallery/where'
import { visibleTo } from '@/lib/server/tasks/where'

export type { CollectionRow }
export type CollectionView = CollectionRow & { author: string; count: number }

/** Collections by name, each with how many clips of it the member sees in the gallery. */
export function findCollections(db: Db, member: Member, id?: string): Promise<CollectionView[]> {
  const one = id === undefined ? Prisma.empty : Prisma.sql`WHERE c.id = ${id}::uuid`
  return db.$queryRaw`
    SELECT c.id::text, c.name, c.author_id AS "authorId", c.created_at AS "createdAt",
      u.name AS author, (
        SELECT count(*)::int FROM collection_task k JOIN task t ON t.id = k.task_id
        WHERE k.collection_id = c.id AND ${inGallery(member)}
      ) AS count
    FROM collection c JOIN "user" u ON u.id = c.author_id ${one}
    ORDER BY lower(c.name), c.id`
}

export function findCollection(db: Db, id: string): Promise<CollectionRow | null> {
  return db.collection.findUnique({ where: { id } })
}

export async function insertCollection(
  db: Db,
  data: Pick<CollectionRow, 'name' | 'authorId' | 'createdAt'>,
): Promise<string> {
  const { id } = await db.collection.create({ data, select: { id: true } })
  return id
}

/** Does nothing to one that is gone meanwhile. */
export async function renameCollection(db: Db, id: string, name: string): Promise<void> {
  await db.collection.updateMany({ where: { id }, data: { name } })
}

export async function deleteCollection(db: Db, id: string): Promise<void> {
  await db.collection.deleteMany({ where: { id } })
}

/** Puts in and takes out, of what the member may see; the rest stays as it is. */
export async function changeContents(
  db: Db,
  member: Member,
  id: string,
  { add, remove, now }: { add: string[]; remove: string[]; now: Date },
): Promise<void> {
  const visible = (ids: string[]) => Prisma.sql`
    SELECT t.id FROM task t WHERE t.id = ANY(${ids}::uuid[]) AND ${visibleTo(member)}`
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO collection_task (collection_id, task_id, created_at)
      SELECT c.id, seen.id, ${now}::timestamptz
      FROM (${visible(add)}) seen, (SELECT id FROM collection WHERE id = ${id}::uuid FOR KEY SHARE) c
      ON CONFLICT DO NOTHING`,
    db.$executeRaw`
      DELETE FROM collection_task
      WHERE collection_id = ${id}::uuid AND task_id IN (${visible(remove)})`,
  ])
}
