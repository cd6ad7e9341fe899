import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import type { Fix } from '@/lib/models/fixes'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import type { TestApp } from './app'

const run = promisify(execFile)

/** Makes a new item of one through `POST /api/media/:id/fix`; it may be one that is there already. */
export async function fixed(app: TestApp, id: string, fix: Fix): Promise<Media> {
  const response = await app.request('POST', `/api/media/${id}/fix`, { body: fix })
  const text = await response.text()
  if (!response.ok) throw new Error(`${fix.fix}: ${response.status} ${text}`)
  return z.parse(mediaSchema, JSON.parse(text))
}

export async function bytesOf(app: TestApp, media: Media): Promise<Buffer> {
  const response = await app.request('GET', media.content_url)
  return Buffer.from(await response.arrayBuffer())
}

const probeSchema = z.object({
  format: z.object({ format_name: z.string(), duration: z.optional(z.coerce.number()) }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string(),
      width: z.optional(z.number()),
      height: z.optional(z.number()),
      r_frame_rate: z.string(),
      duration: z.optional(z.coerce.number()),
      nb_read_frames: z.optional(z.coerce.number()),
    }),
  ),
})

/** The new file as another program than ours reads it, every frame decoded without a complaint. */
export async function probe(app: TestApp, media: Media) {
  const folder = await mkdtemp(path.join(tmpdir(), 'dailies-probe-'))
  try {
    const file = path.join(folder, 'file')
    await writeFile(file, await bytesOf(app, media))
    // prettier-ignore
    const { stdout, stderr } = await run('ffprobe', [
      '-v', 'error', '-count_frames', '-show_format', '-show_streams', '-of', 'json', file,
    ])
    if (stderr !== '') throw new Error(stderr)
    return z.parse(probeSchema, JSON.parse(stdout))
  } finally {
    await rm(folder, { recursive: true })
  }
}
