import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { SessionList } from '@/lib/schemas/session'
import { currentSessionId } from '@/lib/server/auth/identify'
import type { Context } from '@/lib/server/context'
import { accounts } from './service'
import { deleteSessions, findSessions } from './store'

/** Where the member is signed in. */
export async function listSessions(
  context: Context,
  member: Member,
  headers: Headers,
): Promise<SessionList> {
  accounts(context)
  const current = await currentSessionId(context, headers)
  const rows = await findSessions(context.db, member.id, new Date())
  return {
    data: rows.map((row) => ({
      id: row.id,
      current: row.id === current,
      user_agent: row.userAgent || null,
      ip: row.ipAddress || null,
      created_at: row.createdAt.toISOString(),
      last_used_at: row.updatedAt.toISOString(),
    })),
  }
}

/** Ends one of the member's sessions at once, on every server. Throws `not_found`. */
export async function endSession(context: Context, member: Member, id: string): Promise<void> {
  accounts(context)
  const ended = await deleteSessions(context.db, member.id, id)
  if (ended === 0) throw new AppError('not_found', 'There is no such session.')
}

/** Signs the member out everywhere, here too. */
export async function endAllSessions(context: Context, member: Member): Promise<void> {
  accounts(context)
  await deleteSessions(context.db, member.id)
}
