import 'server-only'
import type { Prisma, PrismaClient as Db } from '@/lib/server/generated/prisma/client'

const include = { author: { select: { id: true, name: true } } } satisfies Prisma.TaskInclude

/** A task that has ended, as its notice tells of it. */
export type EndedTask = Prisma.TaskGetPayload<{ include: typeof include }>

/** Notices that are due and not yet too late, longest due first. */
export function dueNotices(
  db: Db,
  { since, now }: { since: Date; now: Date },
  limit: number,
): Promise<EndedTask[]> {
  return db.task.findMany({
    where: { noticeDueAt: { gte: since, lte: now } },
    orderBy: { noticeDueAt: 'asc' },
    take: limit,
    include,
  })
}

/**
 * Takes a notice for one attempt: whoever comes later finds it due at `again`, and so it is if this
 * process dies meanwhile. `false` when another server was first.
 */
export async function takeNotice(
  db: Db,
  { id, noticeDueAt, noticeAttempts }: EndedTask,
  again: Date,
): Promise<boolean> {
  const { count } = await db.task.updateMany({
    where: { id, noticeDueAt, noticeAttempts },
    data: { noticeDueAt: again, noticeAttempts: { increment: 1 } },
  })
  return count === 1
}

/** It was heard, or nobody will hear it. */
export async function endNotice(db: Db, id: string): Promise<void> {
  await db.task.updateMany({ where: { id }, data: { noticeDueAt: null } })
}
