import { makeSignature } from 'better-auth/crypto'
import type { Member, Role } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'
import { createTestApp, type RequestOptions, type TestApp, type TestAppOptions } from './app'

/** Who asks: a member, or nobody. */
export type Caller = {
  member: Member
  /** As `TestApp.request`, with the member's session. */
  request: TestApp['request']
  /** The session as a Cookie header. */
  cookie: string
}

export type TeamApp = TestApp & {
  /** A new member of that role, signed in. */
  join(role: Role, name?: string): Promise<Caller>
  /** The one member of that role that the test asks as, made at first use. */
  as(role: Role): Promise<Caller>
}

export const teamUrl = 'http://127.0.0.1:3000'

/** An app with accounts. Its own `request` is a stranger's. */
export async function createTeamApp(options: TestAppOptions = {}): Promise<TeamApp> {
  const app = await createTestApp({ appUrl: teamUrl, ...options })
  const made = new Map<Role, Promise<Caller>>()

  async function join(role: Role, name: string = role): Promise<Caller> {
    const member = await insertMember(app.context, role, name)
    const cookie = await openSession(app.context, member.id)
    const request: Caller['request'] = (method, path, init: RequestOptions = {}) =>
      app.request(method, path, { ...init, headers: { cookie, ...init.headers } })
    return { member, cookie, request }
  }

  return {
    ...app,
    join,
    as(role) {
      const caller = made.get(role) ?? join(role)
      made.set(role, caller)
      return caller
    },
  }
}

/** A member who has no way to sign in. */
export async function insertMember(context: Context, role: Role, name: string): Promise<Member> {
  const id = crypto.randomUUID()
  await context.db.user.create({ data: { id, name, email: `${id}@team.example`, role } })
  return { id, name, role }
}

/** Opens a session as a sign-in would; returns its Cookie header. */
export async function openSession(context: Context, userId: string): Promise<string> {
  const auth = await context.auth?.()
  if (!auth) throw new Error('The app has no accounts: give it an appUrl.')
  const { internalAdapter, authCookies, secret } = await auth.$context
  const { token } = await internalAdapter.createSession(userId)
  return `${authCookies.sessionToken.name}=${encodeURIComponent(
    `${token}.${await makeSignature(token, secret)}`,
  )}`
}
