import 'server-only'
import { randomBytes } from 'node:crypto'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'

/** The secret of that name, common to all servers of one database; made the first time anybody asks. */
export async function sharedSecret(db: Db, name: string): Promise<string> {
  const known = await db.secret.findUnique({ where: { name } })
  if (known) return known.value
  const value = randomBytes(32).toString('base64url')
  await db.secret.createMany({ data: [{ name, value }], skipDuplicates: true })
  return (await db.secret.findUniqueOrThrow({ where: { name } })).value
}
