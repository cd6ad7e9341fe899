import 'server-only'
import { localMember, roles, type Member } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'

/**
 * Who sends these headers; null for a stranger. Asks the database each time, so a session ends at once.
 * Its life is extended only where `renew` can tell the browser so, with the cookies it is given.
 */
export async function identify(
  context: Context,
  headers: Headers,
  renew?: (cookies: string[]) => void,
): Promise<Member | null> {
  if (!context.auth) return localMember
  const auth = await context.auth()
  const { response, headers: answer } = await auth.api.getSession({
    headers,
    query: { disableRefresh: !renew },
    returnHeaders: true,
  })
  const role = roles.find((one) => one === response?.user.role)
  if (!response || !role || response.user.removedAt) return null
  renew?.(answer.getSetCookie())
  return { id: response.user.id, name: response.user.name, role }
}

/** The session of these headers. */
export async function currentSessionId(context: Context, headers: Headers): Promise<string | null> {
  const auth = await context.auth?.()
  const session = await auth?.api.getSession({ headers, query: { disableRefresh: true } })
  return session?.session.id ?? null
}
