import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { shareListSchema, shareSchema, type Share } from '@/lib/schemas/share'
import type { Task } from '@/lib/schemas/task'
import { createTeamApp, teamUrl, type Caller, type TeamApp } from './members'

let app: TeamApp
let author: Caller
let clip: Task

const canary = 'canary-7c1f'
const input = {
  model: 'seedance2.0-mini',
  prompt: `${canary}-prompt of a paper boat`,
  duration: 4,
  resolution: '480p',
}

async function makeClip(caller: Caller): Promise<Task> {
  const created = await caller.request('POST', '/api/tasks', {
    body: input,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(created.status).toBe(201)
  const { id } = await created.json()
  await settled(id)
  return (await caller.request('GET', `/api/tasks/${id}`)).json()
}

/** The engine's own requests need no session, the test's do. */
async function settled(id: string): Promise<void> {
  const { sweep } = await import('@/lib/server/engine/loop')
  for (;;) {
    await sweep(app.context)
    const { dueAt } = await app.row(id)
    if (dueAt === null) return
    app.advance(Math.max(1, (dueAt.getTime() - app.context.clock.now().getTime()) / 1000))
  }
}

async function share(body: unknown = {}, caller = author): Promise<Share> {
  const response = await caller.request('POST', `/api/tasks/${clip.id}/shares`, { body })
  expect(response.status).toBe(201)
  return z.parse(shareSchema, await response.json())
}

const pathOf = ({ url }: Share) => new URL(url).pathname
const open = (link: Share, file = 'video', headers = {}) =>
  app.request('GET', `${pathOf(link)}/${file}`, { headers })
const change = (link: Share, body: unknown, caller = author) =>
  caller.request('PATCH', `/api/shares/${link.id}`, { body })
const revoke = (link: Share, caller = author) => caller.request('DELETE', `/api/shares/${link.id}`)

beforeAll(async () => {
  app = await createTeamApp()
  author = await app.join('creator', `${canary}-author`)
  clip = await makeClip(author)
  expect(clip.archive.status).toBe('saved')
})
afterAll(() => app.close())

describe('a link', () => {
  it('plays without an account, with ranges, and tells nothing by its headers', async () => {
    await author.request('PATCH', `/api/tasks/${clip.id}`, {
      body: { title: `${canary}-title`, tags: [`${canary}-tag`] },
    })
    const link = await share({ caption: 'A boat', allow_download: true })
    expect(link.url).toMatch(new RegExp(`^${teamUrl}/share/[\\w-]{44}$`))

    const whole = await open(link)
    expect(whole.status).toBe(200)
    const bytes = Buffer.from(await whole.arrayBuffer())
    const part = await open(link, 'video', { range: 'bytes=10-19' })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))

    const file = await open(link, 'download')
    expect(file.headers.get('content-disposition')).toContain('filename="A boat.mp4"')
    expect((await open(link, 'poster')).status).toBe(clip.result?.poster_url ? 200 : 404)

    const row = await app.row(clip.id)
    for (const { headers } of [whole, part, file]) {
      const told = [...headers].join('\n')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(headers.get('cache-control')).toBe('private, no-cache')
      for (const secret of [
        canary,
        row.id,
        row.sha256,
        row.gatewayTaskId,
        row.authorId,
        row.model,
      ]) {
        expect(told).not.toContain(secret)
      }
    }
  })

  it('is the same when it is shown again, and nothing of its proof is stored', async () => {
    const link = await share()
    const response = await author.request('GET', `/api/tasks/${clip.id}/shares`)
    const { data } = z.parse(shareListSchema, await response.json())
    expect(data[0]).toEqual(link)
    const row = await app.context.db.share.findUniqueOrThrow({ where: { id: link.id } })
    expect(JSON.stringify(row)).not.toContain(link.url.slice(-22))
  })

  it('lives for two weeks unless told otherwise, and longer when prolonged', async () => {
    const day = 24 * 3600
    const link = await share()
    app.advance(14 * day - 60)
    expect((await open(link)).status).toBe(200)
    app.advance(61)
    expect((await open(link)).status).toBe(404)
    expect((await change(link, { expires: '1d' })).status).toBe(200)
    expect((await open(link)).status).toBe(200)
    app.advance(day)
    expect((await open(link)).status).toBe(404)

    const forever = await share({ expires: 'never' })
    app.advance(1000 * day)
    expect((await open(forever)).status).toBe(200)
  })

  it('may not be downloaded unless it says so', async () => {
    const link = await share()
    expect((await open(link, 'download')).status).toBe(404)
    await change(link, { allow_download: true })
    expect((await open(link, 'download')).status).toBe(200)
  })
})

describe('every reason not to open is the same answer', () => {
  const answerOf = async (response: Response) => ({
    status: response.status,
    body: await response.text(),
    headers: [...response.headers].sort().join('\n'),
  })

  it('taken back, ended, hidden, not saved, forged, misspelt', async () => {
    const [revoked, ended, standing] = [
      await share(),
      await share({ expires: '1d' }),
      await share(),
    ]
    expect((await revoke(revoked)).status).toBe(204)
    app.advance(24 * 3600 + 1)

    const token = standing.url.slice(-44)
    const flipped = (at: number) =>
      token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    const forged = Array.from({ length: 44 }, (_, at) => flipped(at))
    const misspelt = [
      'x',
      `${token}A`,
      token.slice(1),
      '%00'.repeat(3),
      'é'.repeat(44),
      '-'.repeat(44),
    ]

    const answers = []
    for (const file of ['video', 'poster', 'download']) {
      answers.push(
        await answerOf(await open(revoked, file)),
        await answerOf(await open(ended, file)),
      )
      for (const wrong of [...forged, ...misspelt]) {
        const path = `/share/${encodeURIComponent(wrong)}/${file}`
        answers.push(await answerOf(await app.request('GET', path)))
      }
      const { db } = app.context
      const where = { id: clip.id }
      await db.task.update({ where, data: { hiddenAt: new Date() } })
      answers.push(await answerOf(await open(standing, file)))
      await db.task.update({ where, data: { hiddenAt: null, archive: 'lost' } })
      answers.push(await answerOf(await open(standing, file)))
      await db.task.update({ where, data: { archive: 'saved' } })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    expect((await open(standing)).status).toBe(200)
  })

  it('what was taken back stays so', async () => {
    const link = await share()
    await revoke(link)
    expect((await change(link, { expires: 'never' })).status).toBe(404)
    expect((await revoke(link)).status).toBe(404)
    expect((await open(link)).status).toBe(404)
  })
})

describe('who may make and see links', () => {
  it('the author and admins, nobody else who sees the clip', async () => {
    const [admin, creator, viewer] = [
      await app.as('admin'),
      await app.as('creator'),
      await app.as('viewer'),
    ]
    const link = await share({}, admin)
    expect((await change(link, { caption: 'mine' })).status).toBe(200)
    for (const other of [creator, viewer]) {
      const shares = `/api/tasks/${clip.id}/shares`
      expect((await other.request('GET', shares)).status).toBe(403)
      expect((await other.request('POST', shares, { body: {} })).status).toBe(403)
      expect((await change(link, { caption: 'theirs' }, other)).status).toBe(403)
      expect((await revoke(link, other)).status).toBe(403)
    }
    expect((await app.request('GET', `/api/tasks/${clip.id}/shares`)).status).toBe(401)
    expect((await open(link)).status).toBe(200)
  })

  it('of a private clip others do not even learn that there are any', async () => {
    const link = await share()
    const visibility = (to: string) =>
      author.request('PATCH', `/api/tasks/${clip.id}`, { body: { visibility: to } })
    await visibility('private')
    const creator = await app.as('creator')
    expect((await creator.request('GET', `/api/tasks/${clip.id}/shares`)).status).toBe(404)
    expect((await revoke(link, creator)).status).toBe(404)
    expect((await creator.request('GET', `${pathOf(link)}/input`)).status).toBe(404)
    expect((await author.request('GET', `${pathOf(link)}/input`)).status).toBe(200)
    await visibility('team')
  })

  it('a clip that is not saved, or is hidden, takes none', async () => {
    const shares = `/api/tasks/${clip.id}/shares`
    await author.request('PATCH', `/api/tasks/${clip.id}`, { body: { hidden: true } })
    expect((await author.request('POST', shares, { body: {} })).status).toBe(409)
    await author.request('PATCH', `/api/tasks/${clip.id}`, { body: { hidden: false } })
    expect(
      (await author.request('POST', shares, { body: { caption: 'x'.repeat(301) } })).status,
    ).toBe(422)
  })
})

describe('the settings behind a link', () => {
  it('are for members who make clips', async () => {
    const path = `${pathOf(await share())}/input`
    const creator = await app.as('creator')
    const answer = await (await creator.request('GET', path)).json()
    expect(answer).toMatchObject({ input })
    expect((await (await app.as('viewer')).request('GET', path)).status).toBe(403)
    expect((await app.request('GET', path)).status).toBe(401)
  })
})

it('what the page knows is what was chosen', async () => {
  const { openShare } = await import('@/lib/server/shares/open-share')
  const { viewShare } = await import('@/lib/server/shares/view')
  const viewOf = async (body: unknown) =>
    viewShare(await openShare(app.context, (await share(body)).url.slice(-44)))
  const bare = JSON.stringify(await viewOf({ caption: 'A boat' }))
  for (const secret of [canary, clip.id, input.model, clip.result?.sha256 ?? '']) {
    expect(bare).not.toContain(secret)
  }
  expect(await viewOf({ show_prompt: true })).toMatchObject({
    prompt: input.prompt,
    settings: null,
  })
  expect(await viewOf({ show_settings: true })).toMatchObject({
    prompt: null,
    settings: { model: input.model, duration: 4 },
  })
})
