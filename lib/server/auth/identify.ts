import 'server-only'
import { localMember, roles, type Member } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'

/** Who sends these headers; null for a stranger. Asks the database each time, so a session ends at once. */
export async function identify(context: Context, headers: Headers): Promise<Member | null> {
  if (!context.auth) return localMember
  const auth = await context.auth()
  const session = await auth.api.getSession({ headers })
  if (!session) return null
  const role = roles.find((one) => one === session.user.role)
  return role ? { id: session.user.id, name: session.user.name, role } : null
}
