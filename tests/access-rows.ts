import type { Member } from '@/lib/models/member'
import type { RequestOptions } from './app'
import type { Things } from './access-things'
import { formOf } from './media-files'
import { png } from './media-api'

/** Whose the thing is that is asked for; `private` is somebody else's as well. */
export const subjects = ['own', 'other', 'private'] as const
export type Subject = (typeof subjects)[number]

export const callers = ['stranger', 'viewer', 'creator', 'admin'] as const
export type CallerRole = (typeof callers)[number]

/** One status, or one for each subject. */
type Answer = number | readonly [own: number, other: number, hidden: number]

export type Expected = Record<CallerRole, Answer>

/** What a cell works with: the author of its thing, and whether that is private. */
export type Cell = {
  things: Things
  /** Who asks; a stranger asks about the things of others. */
  caller: Member
  author: Member
  visibility: 'team' | 'private'
}

type Ask = (cell: Cell) => Promise<[path: string, init?: RequestOptions]>

export type Row = { expected: Expected; ask: Ask }

/** What has no author: from that role on. */
function from(role: Exclude<CallerRole, 'stranger'>, ok: number, ask: Ask): Row {
  const level = callers.indexOf(role)
  const at = (one: CallerRole) => (callers.indexOf(one) >= level ? ok : 403)
  return {
    expected: { stranger: 401, viewer: at('viewer'), creator: at('creator'), admin: at('admin') },
    ask,
  }
}

/** Open to whoever brings what it needs. */
function open(status: number, ask: Ask): Row {
  return { expected: { stranger: status, viewer: status, creator: status, admin: status }, ask }
}

/** Whoever sees the thing may do it. */
function seen(ok: number, ask: Ask): Row {
  const member = [ok, ok, 404] as const
  return { expected: { stranger: 401, viewer: member, creator: member, admin: ok }, ask }
}

/** Creators with their own, admins with all. */
function changed(ok: number, ask: Ask): Row {
  const creator = [ok, 403, 404] as const
  return { expected: { stranger: 401, viewer: 403, creator, admin: ok }, ask }
}

/** Whoever made it, viewers too, and admins. */
function written(ok: number, ask: Ask): Row {
  const member = [ok, 403, 404] as const
  return { expected: { stranger: 401, viewer: member, creator: member, admin: ok }, ask }
}

/** As the row says, where nothing of the kind is private: a third subject is another one of the team's. */
function neverPrivate({ expected, ask }: Row): Row {
  const known = (answer: Answer): Answer =>
    typeof answer === 'number' ? answer : [answer[0], answer[1], answer[1]]
  const { stranger, viewer, creator, admin } = expected
  return {
    expected: {
      stranger: known(stranger),
      viewer: known(viewer),
      creator: known(creator),
      admin: known(admin),
    },
    ask,
  }
}

const plain =
  (path: string, init?: RequestOptions): Ask =>
  async () => [path, init]

const onTask =
  (rest = '', init?: RequestOptions): Ask =>
  async ({ things, author, visibility }) => [
    `/api/tasks/${await things.task(author, { visibility })}${rest}`,
    init,
  ]

const onMedia =
  (rest = '', init?: RequestOptions): Ask =>
  async ({ things, author }) => [`/api/media/${await things.media(author)}${rest}`, init]

const onNote =
  (init?: RequestOptions): Ask =>
  async ({ things, author, visibility }) => {
    const task = await things.task(author, { visibility })
    return [`/api/notes/${await things.note(author, task)}`, init]
  }

const onShare =
  (init?: RequestOptions): Ask =>
  async ({ things, author, visibility }) => {
    const { id } = await things.share(author, await things.task(author, { visibility }))
    return [`/api/shares/${id}`, init]
  }

const shared =
  (rest: string, { revoked = false } = {}): Ask =>
  async ({ things, author, visibility }) => {
    const task = await things.task(author, { visibility })
    const { token } = await things.share(author, task, revoked)
    return [`/share/${token}${rest}`]
  }

const onCollection =
  (rest = '', init?: RequestOptions): Ask =>
  async ({ things, author }) => [`/api/collections/${await things.collection(author)}${rest}`, init]

/** Content that no other cell has brought: what is known is answered with 200. */
const upload: Ask = async () => {
  const seed = Math.floor(Math.random() * 1e6)
  const picture = await png(seed, 32 + (seed % 499), 24 + (seed % 503))
  return ['/api/media', { body: formOf(picture, 'a.png') }]
}

const submit: Ask = async ({ things, author }) => [
  '/api/assets',
  { body: { media: [await things.media(author)], library: 'full' } },
]

const create: Ask = async () => [
  '/api/tasks',
  {
    body: { model: 'seedance2.0-mini', prompt: 'Waves', resolution: '480p' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  },
]

const nobody = '/api/members/nobody'
const nothing = '0195f5a0-0000-7000-8000-000000000000'
let address = 0
const password = { current_password: 'x', new_password: 'a long enough one' }

/**
 * What every role gets from every method of every route; things are made anew for each cell. A key that
 * ends in a remark is a second row of the same route.
 */
export const rows: Record<string, Row> = {
  'GET /api/auth/[...all]': open(404, plain('/api/auth/get-session')),
  'POST /api/auth/[...all]': open(204, plain('/api/auth/sign-out', { body: {} })),
  'POST /api/auth/[...all] sign-in': open(401, async () => [
    '/api/auth/sign-in/email',
    { body: { email: `${crypto.randomUUID()}@team.example`, password: 'no' } },
  ]),
  'POST /api/auth/[...all] password': from('viewer', 422, async () => [
    '/api/auth/change-password',
    { body: password, headers: { 'x-forwarded-for': `198.51.100.${(address += 1)}` } },
  ]),
  'GET /api/members': from('viewer', 200, plain('/api/members')),
  'PATCH /api/members/[id]': from('viewer', 404, plain(nobody, { body: {} })),
  'PATCH /api/members/[id] name': {
    expected: { stranger: 401, viewer: own(200), creator: own(200), admin: own(200) },
    ask: async ({ author }) => [`/api/members/${author.id}`, { body: { name: 'New name' } }],
  },
  'PATCH /api/members/[id] role': {
    expected: { stranger: 401, viewer: 403, creator: 403, admin: 200 },
    ask: async ({ author }) => [`/api/members/${author.id}`, { body: { role: author.role } }],
  },
  'GET /api/invitations': from('admin', 200, plain('/api/invitations')),
  'POST /api/invitations': from(
    'admin',
    201,
    plain('/api/invitations', { body: { role: 'viewer' } }),
  ),
  'DELETE /api/invitations/[id]': from('admin', 404, plain(`/api/invitations/${nothing}`)),
  'GET /api/invitations/accept': open(404, plain('/api/invitations/accept?token=guess')),
  'POST /api/invitations/accept': open(
    404,
    plain('/api/invitations/accept', {
      body: { token: 'guess', name: 'N', email: 'n@team.example', password: 'a long enough one' },
    }),
  ),
  'GET /api/sessions': from('viewer', 200, plain('/api/sessions')),
  'DELETE /api/sessions': from('viewer', 204, plain('/api/sessions')),
  'DELETE /api/sessions/[id]': from('viewer', 404, plain('/api/sessions/nobodys')),

  'GET /api/health': open(200, plain('/api/health')),
  'POST /api/cron/sweep': open(401, plain('/api/cron/sweep')),
  'GET /api/models': from('viewer', 200, plain('/api/models')),
  'GET /api/balance': from('viewer', 200, plain('/api/balance')),

  'GET /api/tasks': from('viewer', 200, plain('/api/tasks')),
  'POST /api/tasks': from('creator', 201, create),
  'PATCH /api/tasks': from('viewer', 200, async ({ things, author, visibility }) => [
    '/api/tasks',
    { body: { ids: [await things.task(author, { visibility })], change: { favourite: true } } },
  ]),
  'GET /api/tasks/updates': from('viewer', 200, plain(`/api/tasks/updates?ids=${nothing}`)),
  'GET /api/tasks/zip': seen(200, async ({ things, author, visibility }) => [
    `/api/tasks/zip?ids=${await things.task(author, { visibility })}`,
  ]),
  'GET /api/tasks/[id]': seen(200, onTask()),
  'PATCH /api/tasks/[id]': seen(200, onTask('', { body: { favourite: true } })),
  'PATCH /api/tasks/[id] title': written403(200, onTask('', { body: { title: 'Mine' } })),
  'PATCH /api/tasks/[id] visibility': written403(200, onTask('', { body: { visibility: 'team' } })),
  'PATCH /api/tasks/[id] picked': {
    expected: {
      stranger: 401,
      viewer: [403, 403, 404],
      creator: [200, 200, 404],
      admin: 200,
    },
    ask: onTask('', { body: { picked: true } }),
  },
  'DELETE /api/tasks/[id]': changed(200, onTask()),
  'POST /api/tasks/[id]/resolve': changed(200, async ({ things, author, visibility }) => [
    `/api/tasks/${await things.task(author, { visibility, unconfirmed: true })}/resolve`,
    { body: { action: 'write_off' } },
  ]),
  'POST /api/tasks/[id]/media': {
    expected: { stranger: 401, viewer: 403, creator: [201, 201, 404], admin: 201 },
    ask: async ({ things, author, visibility }) => [
      `/api/tasks/${await things.clip(author, visibility)}/media`,
      { body: { use: 'clip' } },
    ],
  },
  'GET /api/tasks/[id]/video': seen(200, onTask('/video')),
  'HEAD /api/tasks/[id]/video': seen(200, onTask('/video')),
  'GET /api/tasks/[id]/download': seen(200, onTask('/download')),
  'HEAD /api/tasks/[id]/download': seen(200, onTask('/download')),
  'GET /api/tasks/[id]/poster': seen(200, onTask('/poster')),
  'HEAD /api/tasks/[id]/poster': seen(200, onTask('/poster')),
  // It has a poster already, and the first one stays.
  'PUT /api/tasks/[id]/poster': {
    expected: { stranger: 401, viewer: 403, creator: [409, 409, 404], admin: 409 },
    ask: onTask('/poster', { body: {} }),
  },
  'GET /api/tasks/[id]/lineage': seen(200, onTask('/lineage')),
  'GET /api/tasks/[id]/notes': seen(200, onTask('/notes')),
  'POST /api/tasks/[id]/notes': seen(201, onTask('/notes', { body: { text: 'Yes', start: 1 } })),
  'PATCH /api/notes/[id]': written(200, onNote({ body: { text: 'No' } })),
  'PATCH /api/notes/[id] done': {
    expected: { stranger: 401, viewer: [200, 403, 404], creator: [200, 200, 404], admin: 200 },
    ask: onNote({ body: { done: true } }),
  },
  'DELETE /api/notes/[id]': written(204, onNote()),

  'GET /api/tasks/[id]/shares': changed(200, onTask('/shares')),
  'POST /api/tasks/[id]/shares': changed(201, onTask('/shares', { body: {} })),
  'PATCH /api/shares/[id]': changed(200, onShare({ body: { caption: 'Look' } })),
  'DELETE /api/shares/[id]': changed(204, onShare()),
  'GET /share/[token]/video': open(200, shared('/video')),
  'HEAD /share/[token]/video': open(200, shared('/video')),
  'GET /share/[token]/video revoked': open(404, shared('/video', { revoked: true })),
  'GET /share/[token]/download': open(200, shared('/download')),
  'HEAD /share/[token]/download': open(200, shared('/download')),
  'GET /share/[token]/download revoked': open(404, shared('/download', { revoked: true })),
  'GET /share/[token]/poster': open(200, shared('/poster')),
  'HEAD /share/[token]/poster': open(200, shared('/poster')),
  'GET /share/[token]/poster revoked': open(404, shared('/poster', { revoked: true })),
  'GET /share/[token]/input': {
    expected: { stranger: 401, viewer: 403, creator: [200, 200, 404], admin: 200 },
    ask: shared('/input'),
  },
  'GET /share/[token]/input revoked': from('creator', 404, shared('/input', { revoked: true })),

  'GET /api/gallery': from('viewer', 200, plain('/api/gallery')),
  'GET /api/gallery/days': from('viewer', 200, plain('/api/gallery/days')),
  'GET /api/gallery/facets': from('viewer', 200, plain('/api/gallery/facets')),
  'GET /api/gallery/around': seen(200, async ({ things, author, visibility }) => [
    `/api/gallery/around?id=${await things.task(author, { visibility })}`,
  ]),
  'GET /api/collections': from('viewer', 200, plain('/api/collections')),
  'POST /api/collections': from('creator', 201, plain('/api/collections', { body: { name: 'R' } })),
  'PATCH /api/collections/[id]': neverPrivate(
    changed(200, onCollection('', { body: { name: 'S' } })),
  ),
  'DELETE /api/collections/[id]': neverPrivate(changed(204, onCollection())),
  'POST /api/collections/[id]/tasks': from('creator', 200, onCollection('/tasks', { body: {} })),

  'GET /api/media': from('viewer', 200, plain('/api/media')),
  'POST /api/media': from('creator', 201, upload),
  'POST /api/media/link': from(
    'creator',
    422,
    plain('/api/media/link', { body: { url: 'https://127.0.0.1/a.png' } }),
  ),
  'POST /api/media/uploads': from(
    'creator',
    409,
    plain('/api/media/uploads', { body: { name: 'a.png', bytes: 9, type: 'image/png' } }),
  ),
  'POST /api/media/uploads/[id]/complete': from(
    'creator',
    404,
    plain('/api/media/uploads/guess/complete'),
  ),
  'GET /api/media/[id]': from('viewer', 200, onMedia()),
  'DELETE /api/media/[id]': neverPrivate(changed(204, onMedia())),
  'GET /api/media/[id]/content': from('viewer', 200, onMedia('/content')),
  'HEAD /api/media/[id]/content': from('viewer', 200, onMedia('/content')),
  'GET /api/media/[id]/content forged': open(
    401,
    onMedia('/content?expires=99999999999&signature=AAAA'),
  ),
  'GET /api/media/[id]/thumbnail': from('viewer', 200, onMedia('/thumbnail')),
  'HEAD /api/media/[id]/thumbnail': from('viewer', 200, onMedia('/thumbnail')),
  'POST /api/media/[id]/fix': from(
    'creator',
    201,
    onMedia('/fix', { body: { fix: 'resize', width: 32, height: 24 } }),
  ),
  'POST /api/assets': from('creator', 200, submit),
}

/** One's own alone; of others a member may know, and change nothing. */
function own(ok: number) {
  return [ok, 403, 403] as const
}

/** Open to all members by its role, and then to whoever may change the thing. */
function written403(ok: number, ask: Ask): Row {
  const expected = {
    stranger: 401,
    viewer: [403, 403, 404],
    creator: [ok, 403, 404],
    admin: ok,
  } as const
  return { expected, ask }
}
