import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { companySignInAnswerSchema } from '@/lib/schemas/session'
import { createTeamApp, teamUrl, type TeamApp } from './members'
import { startOidcProvider, type Identity, type OidcProvider } from './oidc-provider'

let app: TeamApp
let provider: OidcProvider

beforeAll(async () => {
  provider = await startOidcProvider()
  app = await createTeamApp({ oidc: provider })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** The way of a browser up to where the company sends it. */
async function leave(next = '/assets') {
  const response = await app.request('POST', '/api/auth/sign-in/oidc', { body: { next } })
  expect(response.status).toBe(200)
  const { url } = z.parse(companySignInAnswerSchema, await response.json())
  return { url, cookie: cookiesOf(response) }
}

/** The whole way; where the browser ends, and with which cookies. */
async function goThrough(identity: Identity, next?: string) {
  const { url, cookie } = await leave(next)
  const { code, state } = provider.signIn(url, identity)
  return comeBack(`code=${code}&state=${state}`, cookie)
}

async function comeBack(search: string, cookie: string) {
  const response = await app.request('GET', `/api/auth/callback/oidc?${search}`, {
    headers: { cookie },
  })
  return { to: response.headers.get('location') ?? '', cookie: cookiesOf(response) }
}

const members = () => app.context.db.user.count()

async function isIn(cookie: string): Promise<boolean> {
  return (await app.request('GET', '/api/tasks', { headers: { cookie } })).status === 200
}

const ada: Identity = {
  sub: 'ada',
  email: 'Ada@company.example',
  email_verified: true,
  name: 'Ada L',
}

describe('signing in with the company', () => {
  it('asks for a code with state, nonce and PKCE, and comes back to us', async () => {
    const { url } = await leave()
    const { origin, searchParams } = new URL(url)
    expect(origin).toBe(provider.issuer)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: provider.clientId,
      code_challenge_method: 'S256',
      redirect_uri: `${teamUrl}/api/auth/callback/oidc`,
      scope: 'openid email profile',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)?.length).toBeGreaterThan(20)
    }
  })

  it('makes a viewer of whoever comes first, and finds them again', async () => {
    const first = await goThrough(ada, '/tasks/1?x=y')
    expect(first.to).toBe('/tasks/1?x=y')
    expect(await isIn(first.cookie)).toBe(true)
    const row = await app.context.db.user.findUnique({ where: { email: 'ada@company.example' } })
    expect(row).toMatchObject({ name: 'Ada L', role: 'viewer' })
    const count = await members()
    expect(await isIn((await goThrough(ada)).cookie)).toBe(true)
    expect(await members()).toBe(count)
  })

  it('keeps no token of the company but the one that it was shown', async () => {
    const accounts = await app.context.db.account.findMany({ where: { providerId: 'oidc' } })
    expect(accounts.map(({ accessToken, refreshToken }) => [accessToken, refreshToken])).toEqual(
      accounts.map(() => [null, null]),
    )
  })

  it.each([
    ['whose e-mail is not verified', { email_verified: false }],
    ['of whose e-mail nothing is said', { email_verified: undefined }],
    ['whose token is signed by another', { strangeKey: true }],
    ['whose token is for another client', { forged: { aud: 'another' } }],
    ['whose token is of another issuer', { forged: { iss: 'https://evil.example' } }],
    ['whose token is over', { forged: { exp: 1, iat: 0 } }],
    ['whose token answers another request', { forged: { nonce: 'another' } }],
  ])('lets nobody in %s', async (_who, change) => {
    const count = await members()
    const identity = { ...ada, sub: crypto.randomUUID(), email: 'eve@company.example' }
    const { to, cookie } = await goThrough({ ...identity, ...change })
    expect(to).toMatch(/^\/sign-in\?next=%2Fassets&error=/)
    expect(await isIn(cookie)).toBe(false)
    expect(await members()).toBe(count)
  })

  it('says why, where the e-mail is not verified', async () => {
    const identity = { ...ada, sub: 'new', email: 'new@company.example', email_verified: 'false' }
    expect((await goThrough(identity)).to).toContain('error=email_not_verified')
  })

  it('does not hand the account of an invited member to whoever has their e-mail', async () => {
    const { member } = await app.join('admin', 'Root')
    const { email } = await app.context.db.user.findUniqueOrThrow({ where: { id: member.id } })
    const { to, cookie } = await goThrough({ ...ada, sub: 'thief', email })
    expect(to).toContain('error=account_not_linked')
    expect(await isIn(cookie)).toBe(false)
  })

  it('lets nobody in who was removed', async () => {
    const gone = { ...ada, sub: 'gone', email: 'gone@company.example' }
    await goThrough(gone)
    await app.context.db.user.update({
      where: { email: gone.email },
      data: { removedAt: new Date() },
    })
    const { cookie } = await goThrough(gone)
    expect(await isIn(cookie)).toBe(false)
  })

  it('takes a code once, with the state of the browser that left alone', async () => {
    const { url, cookie } = await leave()
    const { code, state } = provider.signIn(url, ada)
    const other = await leave()
    const mixed = await comeBack(`code=${code}&state=${state}`, other.cookie)
    expect(await isIn(mixed.cookie)).toBe(false)
    const guessed = await comeBack(`code=${code}&state=guess`, cookie)
    expect(await isIn(guessed.cookie)).toBe(false)
    const missing = await comeBack(`code=${code}`, cookie)
    expect(await isIn(missing.cookie)).toBe(false)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads back to no other site: %s',
    async (next) => {
      const response = await app.request('POST', '/api/auth/sign-in/oidc', { body: { next } })
      expect(response.status).toBe(422)
    },
  )

  it('fails in words while the company does not answer', async () => {
    const dead = await startOidcProvider()
    await dead.close()
    const team = await createTeamApp({ oidc: dead })
    try {
      const response = await team.request('POST', '/api/auth/sign-in/oidc', { body: {} })
      expect(response.status).toBe(503)
    } finally {
      await team.close()
    }
  })
})
