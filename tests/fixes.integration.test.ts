import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { getModel } from '@/lib/models/capabilities'
import { fixesFor, type Fix } from '@/lib/models/fixes'
import { judge } from '@/lib/models/judge'
import type { MediaFacts } from '@/lib/models/media-facts'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import { findFfmpeg } from '@/lib/server/media/poster'
import { createTestApp, type TestApp } from './app'
import { fixed, probe } from './fix-client'
import { frames, mb, size } from './limit-case'
import { audio, image, video } from './limit-facts'
import { bringIn } from './material-upload'

const ffmpeg = await findFfmpeg(process.env['PATH'] ?? '')
const fieldOf = { image: 'images', video: 'reference_videos', audio: 'reference_audios' } as const

/** What the API says against the item on a model, the rules of the whole input aside. */
function complaints(app: TestApp, media: Media, modelId: string) {
  const field = fieldOf[media.kind]
  const input = { model: modelId, prompt: 'x', [field]: [media.reference] }
  return judge(input, app.context.settings, () => media).filter(
    ({ field: path, code }) => path.startsWith(field) && !/alone|clips_in_doubt/.test(code),
  )
}

const sp = 'seedance2.0-sp'
const md = 'seedance2.0-md'

/** A clip that is short, because every frame of it is coded anew. */
const brief = { ...video, duration: 2.5 }

/** What fails, on which model, and the fixes it takes. */
const failing: [name: string, model: string, facts: MediaFacts, fixes: Fix['fix'][]][] = [
  ['a small picture', sp, { ...image, ...size(299, 400) }, ['resize']],
  ['a large picture', sp, { ...image, ...size(3000, 6001) }, ['resize']],
  ['a tall picture', sp, { ...image, ...size(399, 1000) }, ['pad']],
  ['a wide picture', sp, { ...image, ...size(1001, 400) }, ['pad']],
  ['a narrow strip', sp, { ...image, ...size(2000, 120) }, ['pad']],
  ['a heavy picture', sp, { ...image, bytes: 30 * mb + 1 }, ['convert']],
  ['a picture as AVIF', sp, { ...image, type: 'image/avif' }, ['convert']],
  ['a picture as TIFF', sp, { ...image, type: 'image/tiff' }, ['convert']],
  ['a small picture as BMP', sp, { ...image, type: 'image/bmp', ...size(200, 200) }, ['resize']],
  ['a GIF on MD', md, { ...image, type: 'image/gif' }, ['convert']],
  ['a clip as WebM', sp, { ...brief, type: 'video/webm', codec: 'vp9' }, ['reencode']],
  ['a clip in VP9', sp, { ...brief, codec: 'vp9' }, ['reencode']],
  ['a small clip', sp, { ...brief, ...size(298, 400) }, ['reencode']],
  ['a wide clip', sp, { ...brief, ...size(6002, 1000) }, ['reencode']],
  ['a low clip on MD', md, { ...video, ...size(1280, 718) }, ['reencode']],
  ['a large clip on MD', md, { ...video, ...size(2162, 1214) }, ['reencode']],
  ['a tall clip', sp, { ...brief, ...size(720, 1802) }, ['reencode']],
  ['a clip of too few pixels', sp, { ...brief, ...size(662, 614) }, ['reencode']],
  ['a clip of too many pixels', sp, { ...brief, ...size(3328, 2494) }, ['reencode']],
  ['a slow clip', sp, { ...brief, fps: 23 }, ['reencode']],
  ['a quick clip', sp, { ...brief, fps: 61 }, ['reencode']],
  ['a long clip', sp, { ...video, duration: frames(361) }, ['trim']],
  ['a long clip on MD', md, { ...video, duration: frames(361) }, ['trim']],
  ['a heavy clip', sp, { ...brief, bytes: 100 * mb + 1 }, ['reencode']],
  ['a sound as M4A', sp, { ...audio, type: 'audio/mp4', codec: 'aac' }, ['convert']],
  ['a sound as FLAC', sp, { ...audio, type: 'audio/flac', codec: 'flac' }, ['convert']],
  ['a long sound', sp, { ...audio, duration: 15.01 }, ['cut']],
  ['a long MP3', sp, { ...audio, type: 'audio/mpeg', codec: 'mp3', duration: 40 }, ['cut']],
  [
    'a long song as M4A',
    sp,
    { ...audio, type: 'audio/mp4', codec: 'aac', duration: 70 },
    ['convert', 'cut'],
  ],
  ['a heavy sound', sp, { ...audio, bytes: 15 * mb + 1 }, ['convert']],
]

describe.skipIf(ffmpeg === null)('each fix', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await createTestApp({ ffmpeg })
  }, 60_000)
  afterAll(() => app.close())

  it.each(failing)(
    'makes of %s on %s one that passes',
    async (name, model, facts, fixes) => {
      const spec = getModel(model)
      if (!spec) throw new Error(`no ${model}`)
      const original = await bringIn(app, { facts, exact: name.includes('heavy') })
      let media = original
      const made: Fix['fix'][] = []
      for (let step = 0; step < 4; step += 1) {
        const offered = complaints(app, media, model).flatMap((one) => fixesFor(one, media, spec))
        const [fix] = offered
        if (!fix) break
        made.push(fix.fix)
        const before = media
        media = await fixed(app, media.id, fix)
        expect(media).toMatchObject({ origin: 'fix', made_from: { media: before.id, task: null } })
      }
      expect(made).toEqual(fixes)
      expect(complaints(app, original, model)).not.toEqual([])
      expect(complaints(app, media, model)).toEqual([])

      const { streams, format } = await probe(app, media)
      const [first] = streams
      if (media.kind !== 'audio')
        expect([first?.width, first?.height]).toEqual([media.width, media.height])
      if (media.kind === 'video') {
        expect(first?.codec_name).toBe('h264')
        expect(
          Math.abs((first?.nb_read_frames ?? 0) / (media.fps ?? 1) - (media.duration ?? 0)),
        ).toBeLessThan(0.05)
        expect(first?.duration).toBeLessThanOrEqual(15)
        expect(streams.map((one) => one.codec_type)).toEqual(['video', 'audio'])
      }
      if (media.kind === 'audio') expect(format.duration).toBeLessThanOrEqual(15)

      const after = await app.request('GET', `/api/media/${original.id}`)
      expect(z.parse(mediaSchema, await after.json()).sha256).toBe(original.sha256)
    },
    240_000,
  )
})
