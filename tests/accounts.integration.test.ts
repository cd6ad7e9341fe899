import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/models/member'
import {
  invitationListSchema,
  madeInvitationSchema,
  memberListSchema,
  offerSchema,
} from '@/lib/schemas/member'
import { sessionListSchema } from '@/lib/schemas/session'
import { identify } from '@/lib/server/auth/identify'
import { provideContext } from '@/lib/server/context'
import { inviteFirstAdmin } from '@/lib/server/members/invitations'
import { answer } from './api'
import { createTestApp } from './app'
import { createTeamApp, teamUrl, type TeamApp } from './members'
import { complaint } from './media-api'

const password = 'correct horse battery'

let app: TeamApp

beforeAll(async () => {
  app = await createTeamApp()
})
afterAll(() => app.close())

const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

async function invite(role: Role, name?: string) {
  const admin = await app.as('admin')
  const response = await admin.request('POST', '/api/invitations', { body: { role, name } })
  expect(response.status).toBe(201)
  return z.parse(madeInvitationSchema, await response.json())
}

const acceptWith = (token: string, email: string, name = 'New') =>
  app.request('POST', '/api/invitations/accept', { body: { token, name, email, password } })

const signIn = (email: string, word = password, headers: Record<string, string> = {}) =>
  app.request('POST', '/api/auth/sign-in/email', { body: { email, password: word }, headers })

/** The Cookie header that a browser would send from now on. */
function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

const isIn = async (cookie: string) =>
  (await app.request('GET', '/api/tasks', { headers: { cookie } })).status === 200

/** A member who joined by a link. */
async function join(email: string, role: Role = 'creator'): Promise<string> {
  const response = await acceptWith(tokenOf((await invite(role)).url), email)
  expect(response.status).toBe(204)
  return cookieOf(response)
}

describe('the first admin', () => {
  it('is made through a link that is new at each start, while there is none', async () => {
    const fresh = await createTeamApp()
    try {
      const [first, second] = [
        await inviteFirstAdmin(fresh.context),
        await inviteFirstAdmin(fresh.context),
      ].map((link) => tokenOf(link ?? ''))
      const body = { name: 'Ada', email: 'ada@team.example', password }
      const comeWith = (token = '') =>
        fresh.request('POST', '/api/invitations/accept', { body: { ...body, token } })
      expect((await comeWith(first)).status).toBe(404)
      const response = await comeWith(second)
      expect(response.status).toBe(204)
      const headers = { cookie: cookieOf(response) }
      const members = await fresh.request('GET', '/api/members', { headers })
      expect(z.parse(memberListSchema, await members.json()).data).toMatchObject([
        { name: 'Ada', role: 'admin', email: 'ada@team.example' },
      ])
      expect(await inviteFirstAdmin(fresh.context)).toBeNull()
    } finally {
      await fresh.close()
    }
  })
})

describe('an invitation', () => {
  it('lets one person in, once, and says before whom it is for', async () => {
    const made = await invite('viewer', 'Grace')
    expect(made.url).toMatch(new RegExp(`^${teamUrl}/join/[\\w-]{43}$`))
    const offered = await app.request('GET', `/api/invitations/accept?token=${tokenOf(made.url)}`)
    expect(z.parse(offerSchema, await offered.json())).toMatchObject({
      role: 'viewer',
      name: 'Grace',
    })
    const response = await acceptWith(tokenOf(made.url), 'Grace@Team.example', 'Grace')
    expect(response.status).toBe(204)
    expect(await isIn(cookieOf(response))).toBe(true)
    expect((await acceptWith(tokenOf(made.url), 'b@team.example')).status).toBe(404)
    const row = await app.context.db.user.findUnique({ where: { email: 'grace@team.example' } })
    expect(row).toMatchObject({ name: 'Grace', role: 'viewer', removedAt: null })
  })

  it('makes one member of many who come at the same moment', async () => {
    const token = tokenOf((await invite('creator')).url)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((one) => acceptWith(token, `rush${one}@team.example`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404])
    const made = await app.context.db.user.count({ where: { email: { startsWith: 'rush' } } })
    expect(made).toBe(1)
  })

  it('stays open when the e-mail is a member’s already', async () => {
    await join('taken@team.example')
    const token = tokenOf((await invite('creator')).url)
    const refused = await acceptWith(token, 'taken@team.example')
    expect(refused.status).toBe(422)
    expect(await complaint(refused, 'email')).toMatchObject({ code: 'email_taken' })
    expect((await acceptWith(token, 'free@team.example')).status).toBe(204)
  })

  it('lets nobody in once it is revoked or seven days old', async () => {
    const admin = await app.as('admin')
    const revoked = await invite('creator')
    const path = `/api/invitations/${revoked.id}`
    expect((await admin.request('DELETE', path)).status).toBe(204)
    expect((await acceptWith(tokenOf(revoked.url), 'r@team.example')).status).toBe(404)

    const old = await invite('creator')
    await app.context.db.invitation.update({
      where: { id: old.id },
      data: { expiresAt: new Date(0) },
    })
    expect((await acceptWith(tokenOf(old.url), 'o@team.example')).status).toBe(404)
    expect((await app.request('GET', '/api/invitations/accept?token=x')).status).toBe(404)

    const listed = await admin.request('GET', '/api/invitations')
    const { data } = z.parse(invitationListSchema, await listed.json())
    const stateOf = (id: string) => data.find((one) => one.id === id)?.state
    expect([stateOf(revoked.id), stateOf(old.id)]).toEqual(['revoked', 'expired'])
  })

  it('is kept as a hash alone, as is a password', async () => {
    const { url } = await invite('creator')
    await acceptWith(tokenOf(url), 'hashed@team.example')
    const everything = JSON.stringify([
      await app.context.db.invitation.findMany(),
      await app.context.db.account.findMany(),
    ])
    expect(everything).not.toContain(tokenOf(url))
    expect(everything).not.toContain(password)
    const account = await app.context.db.account.findFirst({
      where: { user: { email: 'hashed@team.example' } },
    })
    // better-auth's own: scrypt, salt and key.
    expect(account?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
  })
})

describe('a session', () => {
  it('is opened by the password, in a cookie that scripts cannot read', async () => {
    await join('cookie@team.example')
    const response = await signIn('COOKIE@team.example')
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
    expect((await signIn('cookie@team.example', 'another password')).status).toBe(401)
    expect((await signIn('nobody@team.example')).status).toBe(401)
  })

  it('goes over https alone where the app does', async () => {
    const https = await createTeamApp({ appUrl: 'https://dailies.example' })
    try {
      const link = await inviteFirstAdmin(https.context)
      const response = await https.request('POST', '/api/invitations/accept', {
        body: { token: tokenOf(link ?? ''), name: 'A', email: 'a@team.example', password },
        headers: { host: 'dailies.example' },
      })
      const [cookie = ''] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^__Secure-/)
      expect(cookie).toMatch(/; Secure/)
    } finally {
      await https.close()
    }
  })

  it('ends at once when it is signed out, on every server', async () => {
    const cookie = await join('out@team.example')
    const other = app.another()
    const onOther = async () => {
      provideContext(other)
      const headers = { cookie, host: '127.0.0.1:3000' }
      return (await answer(new Request(`${teamUrl}/api/tasks`, { headers }))).status
    }
    expect(await onOther()).toBe(200)
    const response = await app.request('POST', '/api/auth/sign-out', { headers: { cookie } })
    expect(response.status).toBe(204)
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=0/)
    expect(await onOther()).toBe(401)
    expect(await isIn(cookie)).toBe(false)
  })

  it('is listed among one’s own, and ended from there', async () => {
    const here = await join('list@team.example')
    const there = cookieOf(
      await signIn('list@team.example', password, { 'user-agent': 'Another browser' }),
    )
    const ask = async (method: string, path: string) =>
      app.request(method, path, { headers: { cookie: here } })
    const { data } = z.parse(sessionListSchema, await (await ask('GET', '/api/sessions')).json())
    expect(data).toHaveLength(2)
    expect(data.filter(({ current }) => current)).toHaveLength(1)
    const other = data.find(({ current }) => !current)
    expect(other?.user_agent).toBe('Another browser')
    const stranger = await app.as('creator')
    const path = `/api/sessions/${other?.id}`
    expect((await stranger.request('DELETE', path)).status).toBe(404)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await ask('DELETE', '/api/sessions')).status).toBe(204)
    expect(await isIn(here)).toBe(false)
  })

  it('is told its new life when it is renewed', async () => {
    const { cookie, member } = await app.join('viewer')
    await app.context.db.session.updateMany({
      where: { userId: member.id },
      data: { expiresAt: new Date(Date.now() + 20 * 24 * 3600 * 1000) },
    })
    // A page cannot tell the browser, so it leaves that to the request that can.
    expect(await identify(app.context, new Headers({ cookie }))).toEqual(member)
    const response = await app.request('GET', '/api/tasks', { headers: { cookie } })
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=2592000/)
    const again = await app.request('GET', '/api/tasks', { headers: { cookie } })
    expect(again.headers.getSetCookie()).toEqual([])
  })
})

describe('a password', () => {
  it('is changed by whoever knows it, and ends all other sessions', async () => {
    const here = await join('change@team.example')
    const there = cookieOf(await signIn('change@team.example'))
    const change = (current_password: string, new_password: string) =>
      app.request('POST', '/api/auth/change-password', {
        body: { current_password, new_password },
        headers: { cookie: here },
      })
    const wrong = await change('not my password', 'another long one')
    expect(wrong.status).toBe(422)
    expect(await complaint(wrong, 'current_password')).toMatchObject({ code: 'wrong_password' })
    expect((await change(password, 'short')).status).toBe(422)
    const changed = await change(password, 'another long one')
    expect(changed.status).toBe(204)
    expect([await isIn(there), await isIn(cookieOf(changed))]).toEqual([false, true])
    expect((await signIn('change@team.example')).status).toBe(401)
    expect((await signIn('change@team.example', 'another long one')).status).toBe(204)
  })

  it('can be tried ten times in a quarter of an hour, from all addresses and on all servers', async () => {
    await join('guess@team.example')
    const other = app.another()
    const guess = async (turn: number, word = 'wrong password') => {
      provideContext(turn % 2 ? other : app.context)
      const headers = {
        host: '127.0.0.1:3000',
        'content-type': 'application/json',
        'x-forwarded-for': `198.51.100.${turn}`,
      }
      const body = JSON.stringify({ email: 'Guess@team.example', password: word })
      const init = { method: 'POST', headers, body }
      return answer(new Request(`${teamUrl}/api/auth/sign-in/email`, init))
    }
    const turns = Array.from({ length: 14 }, (_, turn) => turn)
    const statuses = (await Promise.all(turns.map((turn) => guess(turn)))).map((one) => one.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(4)
    const refused = await guess(20, password)
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(800)
    expect(seconds).toBeLessThanOrEqual(900)
    app.advance(901)
    expect((await guess(21, password)).status).toBe(204)
  })

  it('can be tried twenty times a minute from one address, for all e-mails and servers together', async () => {
    const other = app.another()
    const from = { 'x-forwarded-for': '203.0.113.77' }
    const tries = Array.from({ length: 24 }, (_, turn) => async () => {
      provideContext(turn % 2 ? other : app.context)
      const headers = { ...from, host: '127.0.0.1:3000', 'content-type': 'application/json' }
      const body = JSON.stringify({ email: `spray${turn}@team.example`, password })
      const init = { method: 'POST', headers, body }
      return (await answer(new Request(`${teamUrl}/api/auth/sign-in/email`, init))).status
    })
    const statuses = []
    for (const attempt of tries) statuses.push(await attempt())
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429])
  })
})

describe('a member', () => {
  const change = async (id: string, body: object) =>
    (await app.as('admin')).request('PATCH', `/api/members/${id}`, { body })

  it('who is removed is out at once, stays out, and may be brought back', async () => {
    const cookie = await join('leaver@team.example')
    const row = await app.context.db.user.findUniqueOrThrow({
      where: { email: 'leaver@team.example' },
    })
    expect((await change(row.id, { removed: true })).status).toBe(200)
    expect(await isIn(cookie)).toBe(false)
    expect(await app.context.db.session.count({ where: { userId: row.id } })).toBe(0)
    expect((await signIn('leaver@team.example')).status).toBe(401)
    expect((await change(row.id, { removed: false })).status).toBe(200)
    expect((await signIn('leaver@team.example')).status).toBe(204)
  })

  it('has the new role with the next request', async () => {
    const creator = await app.join('creator')
    const make = async () => (await creator.request('POST', '/api/tasks', { body: {} })).status
    expect(await make()).toBe(400)
    expect((await change(creator.member.id, { role: 'viewer' })).status).toBe(200)
    expect(await make()).toBe(403)
  })

  it('who is the last admin stays one, even when two go at the same moment', async () => {
    const fresh = await createTeamApp()
    try {
      const [ada, grace] = [await fresh.join('admin', 'Ada'), await fresh.join('admin', 'Grace')]
      const answers = await Promise.all(
        [ada, grace].map((one) =>
          one.request('PATCH', `/api/members/${one.member.id}`, { body: { role: 'viewer' } }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const left = await fresh.context.db.user.count({
        where: { role: 'admin', removedAt: null, id: { not: 'local' } },
      })
      expect(left).toBe(1)
    } finally {
      await fresh.close()
    }
  })

  it('chooses their own name and nothing else', async () => {
    const viewer = await app.join('viewer', 'Old name')
    const path = `/api/members/${viewer.member.id}`
    const renamed = await viewer.request('PATCH', path, { body: { name: '  新名字 ' } })
    expect(await renamed.json()).toMatchObject({ name: '新名字' })
    expect((await viewer.request('PATCH', path, { body: { role: 'admin' } })).status).toBe(403)
    expect((await viewer.request('PATCH', path, { body: { removed: true } })).status).toBe(403)
    expect((await change(viewer.member.id, { name: 'Pushed' })).status).toBe(403)
  })

  it('sees names and roles of the others, an admin their e-mails and who was removed too', async () => {
    const gone = await app.join('viewer', 'Gone')
    await change(gone.member.id, { removed: true })
    const viewer = await app.as('viewer')
    const seen = async (caller: typeof viewer) =>
      z.parse(memberListSchema, await (await caller.request('GET', '/api/members')).json()).data
    const byViewer = await seen(viewer)
    expect(byViewer.find(({ id }) => id === gone.member.id)).toBeUndefined()
    expect(byViewer.filter(({ email }) => email !== null).map(({ id }) => id)).toEqual([
      viewer.member.id,
    ])
    const byAdmin = await seen(await app.as('admin'))
    expect(byAdmin.find(({ id }) => id === gone.member.id)?.removed_at).not.toBeNull()
    expect(byAdmin.every(({ email }) => email !== null)).toBe(true)
    expect(byAdmin.some(({ id }) => id === 'local')).toBe(false)
  })
})

describe('local mode', () => {
  it('has one user and no accounts', async () => {
    const local = await createTestApp()
    try {
      const members = await local.request('GET', '/api/members')
      expect(z.parse(memberListSchema, await members.json()).data).toMatchObject([
        { id: 'local', role: 'admin' },
      ])
      const closed: [string, string, object?][] = [
        ['POST', '/api/auth/sign-in/email', { email: 'a@team.example', password }],
        ['POST', '/api/auth/sign-out', {}],
        ['PATCH', '/api/members/local', { name: 'Me' }],
        ['POST', '/api/invitations', { role: 'admin' }],
        ['GET', '/api/invitations'],
        ['GET', '/api/invitations/accept?token=x'],
        ['GET', '/api/sessions'],
        ['DELETE', '/api/sessions'],
      ]
      for (const [method, path, body] of closed) {
        expect((await local.request(method, path, { body })).status).toBe(404)
      }
      expect(await inviteFirstAdmin(local.context)).toBeNull()
    } finally {
      await local.close()
    }
  })
})

describe('what the server says of its health', () => {
  it('is to a stranger whether all is well, and no more', async () => {
    const stranger = await app.request('GET', '/api/health')
    expect(Object.keys(await stranger.json())).toEqual(['status'])
    const viewer = await app.as('viewer')
    const told = await (await viewer.request('GET', '/api/health')).json()
    expect(Object.keys(told)).toContain('archive')
  })
})

describe('what else better-auth can do', () => {
  const paths = [
    'POST /sign-up/email',
    'GET /get-session',
    'GET /list-sessions',
    'POST /revoke-session',
    'POST /revoke-sessions',
    'POST /revoke-other-sessions',
    'POST /update-user',
    'POST /update-session',
    'POST /delete-user',
    'GET /delete-user/callback',
    'POST /change-email',
    'POST /request-password-reset',
    'GET /reset-password/token',
    'POST /reset-password',
    'POST /verify-password',
    'GET /verify-email',
    'POST /send-verification-email',
    'POST /link-social',
    'GET /list-accounts',
    'POST /unlink-account',
    'POST /refresh-token',
    'POST /get-access-token',
    'GET /account-info',
    'POST /sign-in/social',
    'POST /sign-in/oidc',
    'GET /callback/google',
    'POST /callback/oidc',
    'GET /error',
    'GET /ok',
    'GET /sign-in/email',
    'POST /sign-in/email/',
    'POST /sign-in//email',
  ]

  it.each(paths)('is not there: %s', async (line) => {
    const [method = '', path = ''] = line.split(' ')
    const admin = await app.as('admin')
    const init = method === 'POST' ? { body: {} } : {}
    expect((await admin.request(method, `/api/auth${path}`, init)).status).toBe(404)
  })
})
