import 'server-only'
import type {
  Prisma,
  PrismaClient as Db,
  Share as ShareRow,
} from '@/lib/server/generated/prisma/client'

export type { ShareRow }
export type SharedTask = Prisma.ShareGetPayload<{ include: { task: true } }>

/** The links of a task that nobody has taken back, newest first. */
export function sharesOf(db: Db, taskId: string): Promise<ShareRow[]> {
  return db.share.findMany({
    where: { taskId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

export function countShares(db: Db, taskId: string): Promise<number> {
  return db.share.count({ where: { taskId, revokedAt: null } })
}

export function findShare(db: Db, id: string): Promise<SharedTask | null> {
  return db.share.findUnique({ where: { id }, include: { task: true } })
}

export function insertShare(db: Db, data: Prisma.ShareUncheckedCreateInput): Promise<ShareRow> {
  return db.share.create({ data })
}

/** null when it was taken back meanwhile: that is for good. */
export async function updateShare(
  db: Db,
  id: string,
  data: Prisma.ShareUncheckedUpdateManyInput,
): Promise<ShareRow | null> {
  const [row] = await db.share.updateManyAndReturn({ where: { id, revokedAt: null }, data })
  return row ?? null
}
