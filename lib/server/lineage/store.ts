import 'server-only'
import type { Member } from '@/lib/models/member'
import type { MediaOrigin } from '@/lib/schemas/media'
import type { TaskStatus } from '@/lib/schemas/task'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'

export type RelativeRow = {
  id: string
  title: string | null
  prompt: string
  status: TaskStatus
  authorId: string
  authorName: string
  createdAt: Date
  how: MediaOrigin
  hasPoster: boolean
  duration: number | null
}

const most = 50

/** An item may be a fix of a fix of a frame; longer chains do not come about by themselves. */
const deepest = 8

/** Tasks out of whose clips this one's material was made. */
export function madeFrom(db: Db, member: Member, id: string): Promise<RelativeRow[]> {
  return db.$queryRaw`
    WITH RECURSIVE up AS (
      SELECT m.source_id, m.task_id, m.origin, 1 AS depth
      FROM task_media used JOIN media m ON m.id = used.media_id
      WHERE used.task_id = ${id}::uuid
      UNION
      SELECT m.source_id, m.task_id, m.origin, up.depth + 1
      FROM up JOIN media m ON m.id = up.source_id
      WHERE up.task_id IS NULL AND up.depth < ${deepest}
    ),
    kin AS (SELECT task_id, min(origin) AS how FROM up WHERE task_id IS NOT NULL GROUP BY task_id)
    ${relatives(member, id)}`
}

/** Tasks whose material was made of this one's clip. */
export function ledTo(db: Db, member: Member, id: string): Promise<RelativeRow[]> {
  return db.$queryRaw`
    WITH RECURSIVE down AS (
      SELECT m.id, m.origin, 1 AS depth FROM media m WHERE m.task_id = ${id}::uuid
      UNION
      SELECT m.id, down.origin, down.depth + 1
      FROM down JOIN media m ON m.source_id = down.id
      WHERE m.task_id IS NULL AND down.depth < ${deepest}
    ),
    kin AS (
      SELECT used.task_id, min(down.origin) AS how
      FROM down JOIN task_media used ON used.media_id = down.id
      GROUP BY used.task_id
    )
    ${relatives(member, id)}`
}

/** Those of `kin` that the member may see. */
function relatives(member: Member, id: string): Prisma.Sql {
  const seen =
    member.role === 'admin'
      ? Prisma.sql`true`
      : Prisma.sql`(t.visibility = 'team' OR t.author_id = ${member.id})`
  return Prisma.sql`
    SELECT t.id, t.title, left(t.prompt, 200) AS prompt, t.status::text, t.author_id AS "authorId",
      u.name AS "authorName", t.created_at AS "createdAt", kin.how::text,
      t.poster_key IS NOT NULL AS "hasPoster", t.duration
    FROM kin JOIN task t ON t.id = kin.task_id JOIN "user" u ON u.id = t.author_id
    WHERE t.id <> ${id}::uuid AND t.hidden_at IS NULL AND ${seen}
    ORDER BY t.created_at DESC, t.id DESC
    LIMIT ${most}`
}
