import 'server-only'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'

/** Whoever was removed, or is unknown, opens no session. */
export async function mayOpenSession(db: Db, userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, removedAt: null } })) === 1
}

/**
 * Counts one more attempt under the key, and says which it is within its window and when that ends
 * (milliseconds since the epoch). Servers share the count, and no two get the same number. Rows of the
 * table are swept once their `last_request` is past: here it is the window's end.
 */
export async function countAttempt(
  db: Db,
  key: string,
  { now, windowMs }: { now: number; windowMs: number },
): Promise<{ count: number; endsAt: number }> {
  const [row] = await db.$queryRaw<{ count: number; ends_at: bigint }[]>`
    INSERT INTO rate_limit (id, key, count, last_request)
    VALUES (${key}, ${key}, 1, ${now + windowMs})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request <= ${now} THEN 1 ELSE rate_limit.count + 1 END,
      last_request = CASE WHEN rate_limit.last_request <= ${now} THEN ${now + windowMs}
        ELSE rate_limit.last_request END
    RETURNING count, last_request AS ends_at`
  if (!row) throw new Error('An attempt was not counted')
  return { count: row.count, endsAt: Number(row.ends_at) }
}

export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } })
}
