import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { healthSchema } from '@/lib/schemas/account'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import type { Task } from '@/lib/schemas/task'
import { mediaKey } from '@/lib/server/media/storage'
import { createTestApp, type TestApp } from './app'
import { asked, complaints } from './assets-support'

function find(program: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

const input = { model: 'seedance2.0-mini', prompt: 'A lantern over a lake', duration: 4 }

const use = (app: TestApp, task: Task, what: string) =>
  app.request('POST', `/api/tasks/${task.id}/media`, { body: { use: what } })

const item = async (response: Response): Promise<Media> =>
  z.parse(mediaSchema, await response.json())

describe.skipIf(find('ffmpeg') === null)('a finished clip', () => {
  let app: TestApp
  let task: Task

  beforeAll(async () => {
    app = await createTestApp({ ffmpeg: find('ffmpeg') })
    task = await app.settle((await app.create(input)).id)
  }, 60_000)
  afterAll(() => app.close())

  it('tells whether it has sound, and has a placeholder', () => {
    expect(task.result?.sound).toBe(true)
    expect(Buffer.from(task.result?.thumbhash ?? '', 'base64').length).toBeGreaterThan(4)
  })

  it('becomes material with a copy of its bytes, once', async () => {
    const first = await use(app, task, 'clip')
    expect(first.status).toBe(201)
    const media = await item(first)
    expect(media).toMatchObject({
      kind: 'video',
      origin: 'clip',
      sha256: task.result?.sha256,
      made_from: { media: null, task: task.id },
    })
    const again = await use(app, task, 'clip')
    expect(again.status).toBe(200)
    expect((await item(again)).id).toBe(media.id)
  })

  it('is used in another task by itself, and outlives what was made of it', async () => {
    const media = await item(await use(app, task, 'clip'))
    const after = (reference: string) =>
      asked(app, {
        model: 'seedance2.0-mini-video',
        prompt: 'The same move',
        duration: 4,
        reference_videos: [reference],
      })
    const next = await after(media.reference)
    const seconds = Math.round(task.result!.duration!)
    const unmeasured = await after('https://media.example/walk.mp4')
    expect(next.cost.estimate).toBeCloseTo((unmeasured.cost.estimate! / 4) * (4 + seconds), 6)
    const done = await app.settle(next.id)
    expect(done).toMatchObject({ status: 'completed', material: [media.id] })
    const video = await app.request('GET', `/api/tasks/${task.id}/video`)
    const bytes = Buffer.from(await video.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(media.sha256)
  })

  it('gives its very last frame', async () => {
    const media = await item(await use(app, task, 'last_frame'))
    expect(media).toMatchObject({
      kind: 'image',
      type: 'image/png',
      origin: 'frame',
      width: task.result?.width,
      height: task.result?.height,
      made_from: { task: task.id },
    })
    const frame = await app.request('GET', media.content_url)
    const wanted = await app.context.storage.withFile(mediaKey(`${task.id}.mp4`), lastPixels)
    const got = await thumbnail(Buffer.from(await frame.arrayBuffer()))
    expect(distance(got, wanted!)).toBeLessThan(4)
  })

  it('takes no other use', async () => {
    expect((await use(app, task, 'poster')).status).toBe(422)
  })
})

const edge = 16

/** All frames decoded one after the other, and the last one kept: slow, and without any seeking. */
async function lastPixels(path: string): Promise<Buffer> {
  const filter = `scale=${edge}:${edge}`
  const output = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']
  const frames = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-vf', filter, ...output])
  return frames.subarray(frames.length - edge * edge * 3)
}

function thumbnail(image: Buffer): Promise<Buffer> {
  return sharp(image).resize(edge, edge, { fit: 'fill' }).removeAlpha().raw().toBuffer()
}

/** Mean difference of a channel, 0–255. */
function distance(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
}

describe('without ffmpeg', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await createTestApp()
  })
  afterAll(() => app.close())

  it('says that a frame needs it', async () => {
    const task = await app.settle((await app.create(input)).id)
    const response = await use(app, task, 'last_frame')
    expect(response.status).toBe(409)
    expect(await complaints(response)).toEqual({ use: ['fix_needs_ffmpeg'] })
  })

  it('makes nothing of a clip that is not saved', async () => {
    const task = await app.create({ ...input, prompt: 'sim:stuck' })
    expect((await use(app, task, 'clip')).status).toBe(409)
  })
})

describe('the health of the archive', () => {
  it('shows the danger a day before the first link dies', async () => {
    const app = await createTestApp()
    const health = async () =>
      z.parse(healthSchema, await (await app.request('GET', '/api/health')).json())
    app.simulator.fault({ kind: 'expired_link' })
    const { id } = await app.create(input)
    const made = await app.settle(id, { until: ({ status }) => status === 'completed' })
    const early = await health()
    expect(early).toMatchObject({
      status: 'ok',
      archive: { unsaved: 1, oldest_unsaved_at: made.completed_at },
    })
    expect(early.archive.seconds_left).toBeGreaterThan(2 * 24 * 3600)
    app.advance(2 * 24 * 3600 + 600)
    expect(await health()).toMatchObject({ status: 'attention', archive: { lost: 0 } })
    app.simulator.clearFaults()
    await app.settle(id)
    expect(await health()).toMatchObject({
      status: 'ok',
      archive: { unsaved: 0, oldest_unsaved_at: null, seconds_left: null },
    })
    await app.close()
  })
})
