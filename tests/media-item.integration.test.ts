import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mediaFactsOf } from '@/lib/server/media-items/service'
import { createTestApp, type TestApp } from './app'
import { item, list, png, post, stored, upload } from './media-api'
import { clip } from './media-files'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** A task's row that names an item. */
async function nameInTask(mediaId: string): Promise<string> {
  const task = await app.create({ model: 'seedance2.0-mini', prompt: 'A cup', duration: 5 })
  await app.context.db.taskMedia.create({ data: { taskId: task.id, mediaId } })
  return task.id
}

describe('one item', () => {
  it('is served whole, in part and not again, as nothing a browser runs', async () => {
    const bytes = await png(60)
    const media = await upload(app, bytes, '<b>“cup”.png')
    const whole = await app.request('GET', media.content_url)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="b-_cup_.png"; filename*=UTF-8''b-%E2%80%9Ccup%E2%80%9D.png`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    const part = await app.request('GET', media.content_url, { headers: { range: 'bytes=1-3' } })
    expect([part.status, await part.text()]).toEqual([206, 'PNG'])
    const etag = whole.headers.get('etag') ?? ''
    const again = await app.request('GET', media.content_url, {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    const head = await app.request('HEAD', media.content_url)
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
  })

  it.each(['content', 'thumbnail'])('that is not there has no %s', async (part) => {
    const response = await app.request('GET', `/api/media/${crypto.randomUUID()}/${part}`)
    expect(response.status).toBe(404)
    expect((await app.request('GET', `/api/media/../../etc/${part}`)).status).toBe(404)
  })

  it('goes with its bytes when nothing uses it', async () => {
    const before = await stored(app)
    const media = await upload(app, await png(61), 'unused.png')
    expect((await app.request('DELETE', `/api/media/${media.id}`)).status).toBe(204)
    expect(await stored(app)).toEqual(before)
    expect((await app.request('GET', `/api/media/${media.id}`)).status).toBe(404)
    expect((await app.request('DELETE', `/api/media/${media.id}`)).status).toBe(404)
  })

  it('is only hidden when a task uses it, and comes back when it is brought again', async () => {
    const bytes = await png(62)
    const media = await upload(app, bytes, 'used lantern.png')
    await nameInTask(media.id)
    expect((await app.request('DELETE', `/api/media/${media.id}`)).status).toBe(204)
    expect(await list(app, '?q=lantern')).toEqual([])
    expect(await list(app, `?ids=${media.id}`)).toMatchObject([{ id: media.id, used_in: 1 }])
    expect((await app.request('GET', media.content_url)).status).toBe(200)

    const again = await post(app, bytes, 'used lantern.png')
    expect([again.status, (await item(again)).id]).toEqual([200, media.id])
    expect(await list(app, '?q=lantern')).toHaveLength(1)
  })

  it('is never taken from under a task that is being made', async () => {
    const { db } = app.context
    const task = await app.create({ model: 'seedance2.0-mini', prompt: 'A race', duration: 5 })
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async (_, seed) => {
        const media = await upload(app, await png(seed, 20, 20), 'raced.png')
        const naming = db.taskMedia.create({ data: { taskId: task.id, mediaId: media.id } })
        const [named, removed] = await Promise.all([
          naming.then(
            () => true,
            () => false,
          ),
          app.request('DELETE', `/api/media/${media.id}`),
        ])
        const content = await app.request('GET', media.content_url)
        return { removed: removed.status, consistent: named === (content.status === 200) }
      }),
    )
    expect(outcomes).toEqual(outcomes.map(() => ({ removed: 204, consistent: true })))
  })

  it('tells its facts by its reference', async () => {
    const media = await upload(app, await clip({ seed: 63, sound: true }), 'facts.mp4')
    const factsOf = await mediaFactsOf(app.context, [media.id, 'not-an-id'])
    const { kind, type, bytes, width, height, duration, fps, codec, sound } = media
    const facts = { kind, type, bytes, width, height, duration, fps, codec, sound }
    expect(factsOf(media.reference)).toEqual(facts)
    expect(factsOf('media://other')).toBeUndefined()
  })
})
