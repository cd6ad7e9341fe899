import 'server-only'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'

/** The tasks that were asked for together, in the order asked. */
export async function takesOf(db: Db, group: string, most: number): Promise<string[]> {
  const takes = await db.task.findMany({
    where: { takeGroup: group, hiddenAt: null },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return takes.map(({ id }) => id)
}
