import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideContext } from '@/lib/server/context'
import { answer } from './api'
import { createThings } from './access-things'
import { createTeamApp, teamUrl, type Caller, type TeamApp } from './members'

/**
 * What a page of another site can make a browser send, with the cookies of an admin who is signed in:
 * none of it may change anything.
 */
let app: TeamApp
let admin: Caller
let routes: Mutation[]
let before: unknown

type Mutation = { method: string; path: string; body?: unknown }

beforeAll(async () => {
  app = await createTeamApp({ storage: 'local' })
  admin = await app.join('admin')
  const things = createThings(app)
  const other = await app.join('creator')
  const invited = await admin.request('POST', '/api/invitations', { body: { role: 'viewer' } })
  const invitation = await invited.json()
  const task = await things.task(other.member)
  const media = await things.media(other.member)
  const note = await things.note(other.member, task)
  const share = await things.share(other.member, task)
  const collection = await things.collection(other.member)
  routes = [
    { method: 'POST', path: '/api/tasks', body: { model: 'seedance2.0-mini', prompt: 'Waves' } },
    { method: 'PATCH', path: `/api/tasks/${task}`, body: { title: 'Stolen', favourite: true } },
    { method: 'DELETE', path: `/api/tasks/${task}` },
    { method: 'POST', path: `/api/tasks/${task}/notes`, body: { text: 'Evil', start: 1 } },
    { method: 'POST', path: `/api/tasks/${task}/shares`, body: {} },
    { method: 'PATCH', path: `/api/notes/${note}`, body: { text: 'Evil' } },
    { method: 'DELETE', path: `/api/notes/${note}` },
    { method: 'DELETE', path: `/api/shares/${share.id}` },
    { method: 'DELETE', path: `/api/collections/${collection}` },
    { method: 'DELETE', path: `/api/media/${media}` },
    { method: 'POST', path: '/api/assets', body: { media: [media], library: 'full' } },
    { method: 'POST', path: '/api/invitations', body: { role: 'admin' } },
    { method: 'DELETE', path: `/api/invitations/${invitation.id}` },
    { method: 'PATCH', path: `/api/members/${other.member.id}`, body: { role: 'admin' } },
    { method: 'DELETE', path: '/api/sessions' },
    { method: 'POST', path: '/api/auth/sign-out', body: {} },
  ]
  before = await everything()
})
afterAll(() => app.close())

const host = new URL(teamUrl).host

/** Where a request of another page says it comes from; both headers, as browsers send them. */
const origins: [what: string, headers: Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site, in an old browser', { origin: 'https://evil.example' }],
  ['a sub-domain', { origin: `http://evil.${host}`, 'sec-fetch-site': 'same-site' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:3001' }],
  ['another name of this machine', { origin: 'http://localhost:3000' }],
  ['the same name by https', { origin: `https://${host}`, 'sec-fetch-site': 'same-site' }],
  ['a name that begins like ours', { origin: `${teamUrl}.evil.example` }],
  ['a name that ends like ours', { origin: `http://evil-${host}` }],
  ['ours with credentials', { origin: `http://${host}@evil.example` }],
  ['two origins', { origin: `${teamUrl}, https://evil.example` }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a sandboxed frame, in an old browser', { origin: 'null' }],
  ['a file', { origin: 'file://' }],
  ['an extension', { origin: 'chrome-extension://abcdefghijklmnop' }],
  ['nothing that can be read', { origin: 'nonsense' }],
  ['an empty origin', { origin: '' }],
  ['a page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ['a sub-domain that hides its origin', { 'sec-fetch-site': 'same-site' }],
  ['ours, as another site claims', { origin: teamUrl, 'sec-fetch-site': 'cross-site' }],
  ['a fetch without CORS', { origin: 'https://evil.example', 'sec-fetch-mode': 'no-cors' }],
]

/** What a page can send without asking first (Fetch, "simple requests"), and how frameworks are fooled. */
const shapes: [what: string, change: (one: Mutation) => RequestInit & { search?: string }][] = [
  ['as it is', ({ method, body }) => json(method, body)],
  ['as a form', () => form('application/x-www-form-urlencoded', 'a=1')],
  ['as a form of plain text', ({ body }) => form('text/plain', JSON.stringify(body ?? {}))],
  [
    'as a form of parts',
    () =>
      form(
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      ),
  ],
  [
    'as a POST that says another method',
    ({ method, body }) => json('POST', body, { 'x-http-method-override': method }),
  ],
  [
    'as a GET that says another method',
    ({ method }) => ({
      method: 'GET',
      headers: { 'x-http-method-override': method, 'x-method-override': method },
      search: `_method=${method}`,
    }),
  ],
]

function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return { method, body: text, headers: { 'content-type': 'application/json', ...headers } }
}

function form(type: string, body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': type } }
}

const variants = origins.flatMap(([origin, headers]) =>
  shapes.map(([shape, change]) => ({ origin, headers, shape, change })),
)

describe(`${variants.length} requests of other sites`, () => {
  it.each(variants)('change nothing: from $origin, $shape', async ({ headers, change }) => {
    for (const one of routes) {
      const { search, headers: own, ...init } = change(one)
      const response = await send(one.path + (search ? `?${search}` : ''), {
        ...init,
        headers: { ...(own as Record<string, string>), ...headers },
      })
      if (init.method === one.method) expect(response.status).toBe(403)
      else if (init.method === 'POST') expect([403, 405]).toContain(response.status)
      else expect(response.headers.getSetCookie()).toEqual([])
      await response.arrayBuffer()
    }
    expect(await everything()).toEqual(before)
  })
})

describe('a request of our own pages', () => {
  it.each([
    ['of a browser', { origin: teamUrl, 'sec-fetch-site': 'same-origin' }],
    ['of an old browser', { origin: teamUrl }],
    ['of a program', {}],
  ])('does what it says: %s', async (_whose, headers) => {
    const response = await send('/api/invitations', {
      ...json('POST', { role: 'viewer' }),
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect(response.status).toBe(201)
  })

  it('is refused under a name that is not ours', async () => {
    for (const name of ['evil.example', `evil.${host}`, '192.168.1.2:3000', '']) {
      const response = await send('/api/tasks', { headers: { host: name } })
      expect(response.status).toBe(403)
    }
  })
})

function send(path: string, { headers, ...init }: RequestInit): Promise<Response> {
  provideContext(app.context)
  const all = { host, cookie: admin.cookie, ...(headers as Record<string, string>) }
  return answer(new Request(`${teamUrl}${path}`, { ...init, headers: all }))
}

/** All that the requests could have changed. */
async function everything(): Promise<unknown> {
  const { db } = app.context
  return Promise.all([
    db.task.findMany({ orderBy: { id: 'asc' } }),
    db.media.findMany({ orderBy: { id: 'asc' } }),
    db.asset.findMany(),
    db.note.findMany(),
    db.share.findMany(),
    db.favourite.findMany(),
    db.taskTag.findMany(),
    db.collection.findMany(),
    db.collectionTask.findMany(),
    db.invitation.findMany(),
    db.user.findMany({ orderBy: { id: 'asc' } }),
    db.session.findMany({ orderBy: { id: 'asc' } }),
    db.account.findMany(),
  ])
}
