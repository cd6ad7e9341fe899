import { createHash } from 'node:crypto'
import { MovOutputFormat, WebMOutputFormat } from 'mediabunny'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '@/lib/schemas/media'
import { mediaKey } from '@/lib/server/media/storage'
import { createTestApp, type TestApp } from './app'
import { bitmap } from './hostile/genuine'
import { errorOf, item, png, post, stored, upload, type Bytes } from './media-api'
import { clip, formOf, picture, wave } from './media-files'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('POST /api/media', () => {
  it('reads a picture from its bytes, whatever it is called', async () => {
    const bytes = await png(1, 640, 360)
    const response = await post(app, bytes, 'C:\\photos\\beach.jpg')
    expect(response.status).toBe(201)
    const media = await item(response)
    expect(media).toMatchObject({
      reference: `media://${media.id}`,
      kind: 'image',
      type: 'image/png',
      name: 'beach.png',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      width: 640,
      height: 360,
      duration: null,
      origin: 'upload',
      made_from: { media: null, task: null },
      used_in: 0,
      assets: { full: null, sp: null },
    })
  })

  const still = () => picture(300, 200, 3)
  const pictures: [what: string, make: () => Promise<Buffer>, facts: Partial<Media>][] = [
    ['JPEG', () => still().jpeg().toBuffer(), { type: 'image/jpeg', width: 300, height: 200 }],
    [
      'JPEG lying on its side',
      () => still().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      { type: 'image/jpeg', width: 200, height: 300 },
    ],
    ['WebP', () => still().webp().toBuffer(), { type: 'image/webp', width: 300, height: 200 }],
    ['GIF', () => still().gif().toBuffer(), { type: 'image/gif', width: 300, height: 200 }],
    ['TIFF', () => still().tiff().toBuffer(), { type: 'image/tiff', width: 300, height: 200 }],
    [
      'AVIF',
      () => still().avif({ effort: 0 }).toBuffer(),
      { type: 'image/avif', width: 300, height: 200 },
    ],
    ['bitmap', async () => bitmap(300, 200), { type: 'image/bmp', width: 300, height: 200 }],
  ]
  it.each(pictures)('takes a %s, with a small picture of it', async (what, make, facts) => {
    const media = await upload(app, Buffer.from(await make()), `${what}.bin`)
    expect(media).toMatchObject({ kind: 'image', codec: null, sound: null, ...facts })
    expect(Buffer.from(media.thumbhash ?? '', 'base64').length).toBeLessThanOrEqual(28)
    const thumbnail = await app.request('GET', media.thumbnail_url ?? '')
    expect(thumbnail.headers.get('content-type')).toBe('image/webp')
    const small = await sharp(await thumbnail.arrayBuffer()).metadata()
    expect([small.width, small.height]).toEqual([media.width, media.height])
  })

  it('keeps a thumbnail of a large, busy picture small', async () => {
    const busy = Buffer.alloc(2400 * 1600 * 3)
    for (let at = 0; at < busy.length; at += 1) busy[at] = (at * 2_654_435_761) >>> 13
    const bytes = await sharp(busy, { raw: { width: 2400, height: 1600, channels: 3 } })
      .jpeg()
      .toBuffer()
    const media = await upload(app, Buffer.from(bytes), 'busy.jpg')
    const thumbnail = await app.request('GET', media.thumbnail_url ?? '')
    const small = Buffer.from(await thumbnail.arrayBuffer())
    expect(small.length).toBeLessThanOrEqual(40_000)
    expect(await sharp(small).metadata()).toMatchObject({ width: 480, height: 320 })
  })

  const clips: [what: string, make: () => Promise<Bytes>, facts: Partial<Media>][] = [
    ['MP4', () => clip({ seed: 1 }), { type: 'video/mp4', width: 1280, height: 720, sound: false }],
    [
      'MOV, upright, with sound',
      () => clip({ format: new MovOutputFormat(), rotation: 90, sound: true }),
      { type: 'video/quicktime', width: 720, height: 1280, sound: true },
    ],
    [
      'WebM',
      () => clip({ format: new WebMOutputFormat() }),
      { type: 'video/webm', width: 1280, height: 720, sound: false },
    ],
  ]
  it.each(clips)('reads a clip: %s', async (what, make, facts) => {
    const media = await upload(app, await make(), `${what}.bin`)
    expect(media).toMatchObject({ kind: 'video', codec: 'vp9', thumbnail_url: null, ...facts })
    expect(media.duration).toBeCloseTo(3, 2)
    expect(media.fps).toBeCloseTo(24, 1)
  })

  it('reads a sound', async () => {
    const song = await upload(app, wave(2.5), 'beat.wav')
    expect(song).toMatchObject({
      kind: 'audio',
      type: 'audio/wav',
      codec: 'pcm-s16',
      width: null,
      fps: null,
      sound: null,
      thumbnail_url: null,
    })
    expect(song.duration).toBeCloseTo(2.5, 2)
  })

  it('keeps one content once: the second time it answers 200 with the same item', async () => {
    const bytes = await png(20)
    const first = await item(await post(app, bytes, 'one.png'))
    const before = await stored(app)
    const second = await post(app, bytes, 'another name.jpg')
    expect(second.status).toBe(200)
    expect(await item(second)).toEqual(first)
    expect(await stored(app)).toEqual(before)
  })

  it('keeps one content once when it arrives twenty times at once', async () => {
    const bytes = await png(21)
    const before = await stored(app)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(app, bytes, 'same.png')),
    )
    const items = await Promise.all(answers.map(item))
    expect(new Set(items.map(({ id }) => id)).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await stored(app)).toHaveLength(before.length + 2)
  })

  /** Removes an item's bytes behind the app's back. */
  async function lose({ id }: Media) {
    const { storage, db } = app.context
    const { key, thumbKey } = await db.media.findUniqueOrThrow({ where: { id } })
    await storage.remove(mediaKey(key))
    return thumbKey === null ? null : mediaKey(thumbKey)
  }

  const lost: [what: string, times: number, thumbnail: boolean][] = [
    ['', 1, false],
    [' and whose small picture too', 1, true],
    [', when they come five times at once', 5, true],
  ]
  it.each(lost)(
    'stores the bytes of an item again whose own are gone%s',
    async (_, times, thumbnail) => {
      const bytes = await png(23 + times + Number(thumbnail))
      const first = await upload(app, bytes, 'kept.png')
      const thumbKey = await lose(first)
      if (thumbKey && thumbnail) await app.context.storage.remove(thumbKey)
      expect((await app.request('GET', first.content_url)).status).toBe(404)

      const again = () => post(app, bytes, 'another name.png')
      const answers = await Promise.all(Array.from({ length: times }, again))
      for (const answer of answers) {
        expect(answer.status).toBe(200)
        expect(await item(answer)).toEqual(first)
      }
      const content = await app.request('GET', first.content_url)
      expect(Buffer.from(await content.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
      expect((await app.request('GET', first.thumbnail_url ?? '')).status).toBe(200)
    },
  )

  it('notes what a frame was made from', async () => {
    const source = await upload(app, await clip({ seed: 22 }), 'source.mp4')
    const fields = { origin: 'frame', made_from_media: source.id }
    expect(await upload(app, await png(22), 'frame.png', fields)).toMatchObject({
      origin: 'frame',
      made_from: { media: source.id, task: null },
    })
  })

  const refused: [what: string, form: FormData | string, status: number, complaint: object][] = [
    ['no file', new FormData(), 422, { file: [{ code: 'file_missing' }] }],
    ['an empty file', formOf(Buffer.alloc(0), 'a.png'), 422, { file: [{ code: 'file_empty' }] }],
    [
      'a page',
      formOf(Buffer.from('<!doctype html><p>Hi'), 'a.png'),
      415,
      { file: [{ code: 'file_type_not_taken' }] },
    ],
    [
      'an unknown origin',
      formOf(Buffer.from('x'), 'a.png', { origin: 'theft' }),
      422,
      { origin: [{}] },
    ],
    [
      'a source that is not there',
      formOf(Buffer.from('x'), 'a.png', { made_from_media: crypto.randomUUID() }),
      422,
      { made_from_media: [{ code: 'unknown' }] },
    ],
  ]
  it.each(refused)('refuses %s', async (_what, form, status, fields) => {
    const before = await stored(app)
    const response = await app.request('POST', '/api/media', { body: form })
    expect(response.status).toBe(status)
    expect((await errorOf(response)).fields).toMatchObject(fields)
    expect(await stored(app)).toEqual(before)
  })

  it('refuses what is no form, and what comes from another site', async () => {
    const json = await app.request('POST', '/api/media', { body: { file: 'x' } })
    expect(json.status).toBe(415)
    const foreign = await app.request('POST', '/api/media', {
      body: formOf(await png(30), 'a.png'),
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(foreign.status).toBe(403)
  })
})

it('leaves nothing in storage but what items name', async () => {
  const rows = await app.context.db.media.findMany({ select: { key: true, thumbKey: true } })
  const named = rows.flatMap(({ key, thumbKey }) => [key, ...(thumbKey ? [thumbKey] : [])])
  expect(await stored(app)).toEqual(named.sort())
})
