import { execFileSync } from 'node:child_process'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { lineageSchema, type Lineage } from '@/lib/schemas/lineage'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import type { Task } from '@/lib/schemas/task'
import { lineageOf } from '@/lib/server/lineage/service'
import { mediaKey } from '@/lib/server/media/storage'
import { createTestApp, type TestApp } from './app'

function find(program: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

const input = { model: 'seedance2.0-mini', prompt: 'A lantern over a lake', duration: 4 }

describe.skipIf(find('ffmpeg') === null)('lineage', () => {
  let app: TestApp
  let first: Task

  beforeAll(async () => {
    app = await createTestApp({ ffmpeg: find('ffmpeg') })
    first = await app.settle((await app.create(input)).id)
  }, 60_000)
  afterAll(() => app.close())

  const materialOf = async (task: Task, wish: object): Promise<Media> => {
    const response = await app.request('POST', `/api/tasks/${task.id}/media`, { body: wish })
    return z.parse(mediaSchema, await response.json())
  }
  const lineage = async (id: string): Promise<Lineage> => {
    const response = await app.request('GET', `/api/tasks/${id}/lineage`)
    return z.parse(lineageSchema, await response.json())
  }
  const names = (relatives: Lineage['led_to']) => relatives.map(({ name }) => name)
  const fromFrame = async (prompt: string, at: number) => {
    const frame = await materialOf(first, { use: 'frame', at })
    return app.create({ ...input, prompt, images: [frame.reference] })
  }

  it('is empty for a clip made of words that nothing was made of', async () => {
    const alone = await app.create(input)
    expect(await lineage(alone.id)).toEqual({ made_from: [], led_to: [] })
  })

  it('goes one step back and one step on, newest first', async () => {
    const second = await fromFrame('Then the lantern falls', 1)
    await fromFrame('Or it rises', 2)
    expect(names((await lineage(first.id)).led_to)).toEqual([
      'Or it rises',
      'Then the lantern falls',
    ])
    const { made_from, led_to } = await lineage(second.id)
    expect(made_from).toMatchObject([
      {
        id: first.id,
        name: input.prompt,
        status: 'completed',
        author: { id: 'local' },
        how: 'frame',
        poster_url: `/api/tasks/${first.id}/poster`,
      },
    ])
    expect(led_to).toEqual([])
  })

  it('follows material through what was made of it', async () => {
    const clip = await materialOf(first, { use: 'clip' })
    const { id: copy } = await app.context.db.media.create({
      data: {
        sha256: 'f'.repeat(64),
        kind: 'video',
        type: 'video/mp4',
        name: 'shorter.mp4',
        bytes: 1,
        key: mediaKey(`media-${crypto.randomUUID()}.mp4`),
        origin: 'fix',
        sourceId: clip.id,
        createdAt: new Date(),
      },
    })
    const task = await app.create(input)
    await app.context.db.taskMedia.create({ data: { taskId: task.id, mediaId: copy } })
    expect((await lineage(task.id)).made_from.map(({ id, how }) => [id, how])).toEqual([
      [first.id, 'clip'],
    ])
    expect((await lineage(first.id)).led_to.map(({ id }) => id)).toContain(task.id)
  })

  it('leaves out what is hidden and what one may not see', async () => {
    const hidden = await fromFrame('Taken away', 0.5)
    await app.request('DELETE', `/api/tasks/${hidden.id}`)
    const secret = await fromFrame('For the author alone', 1.5)
    await app.request('PATCH', `/api/tasks/${secret.id}`, { body: { visibility: 'private' } })
    expect(names((await lineage(first.id)).led_to)).not.toContain('Taken away')
    expect(names((await lineage(first.id)).led_to)).toContain('For the author alone')
    const viewer = { id: 'somebody', name: 'Somebody', role: 'viewer' } as const
    const seen = await lineageOf(app.context, viewer, first.id)
    expect(names(seen.led_to)).toContain('Or it rises')
    expect(names(seen.led_to)).not.toContain('For the author alone')
    await expect(lineageOf(app.context, viewer, secret.id)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('of nowhere answers 404', async () => {
    expect((await app.request('GET', '/api/tasks/nothing/lineage')).status).toBe(404)
  })

  it.each([0, 7, 40])(
    'the frame of a moment is the one on screen then: frame %i',
    async (frame) => {
      const media = await materialOf(first, { use: 'frame', at: (frame + 0.5) / 24 })
      expect(media).toMatchObject({ kind: 'image', origin: 'frame', made_from: { task: first.id } })
      const answer = await app.request('GET', media.content_url)
      const got = await thumbnail(Buffer.from(await answer.arrayBuffer()))
      const frames = await app.context.storage.withFile(mediaKey(`${first.id}.mp4`), allFrames)
      const distances = frames!.map((wanted) => distance(got, wanted))
      expect(distances.indexOf(Math.min(...distances))).toBe(frame)
    },
  )

  it('a moment after the end has no frame', async () => {
    const body = { use: 'frame', at: 60 }
    const response = await app.request('POST', `/api/tasks/${first.id}/media`, { body })
    expect(response.status).toBe(409)
  })
})

const edge = 64

/** Every frame of a clip, decoded one after the other, without any seeking. */
async function allFrames(path: string): Promise<Buffer[]> {
  const output = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']
  const filter = `scale=${edge}:${edge}`
  const options = { maxBuffer: 64 * 1024 * 1024 }
  const bytes = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-vf', filter, ...output],
    options,
  )
  const size = edge * edge * 3
  return Array.from({ length: bytes.length / size }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
}

function thumbnail(image: Buffer): Promise<Buffer> {
  return sharp(image).resize(edge, edge, { fit: 'fill' }).removeAlpha().raw().toBuffer()
}

/** Mean difference of a channel, 0–255. */
function distance(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
}
