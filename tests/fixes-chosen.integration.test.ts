import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { errorBodySchema } from '@/lib/schemas/error'
import { findFfmpeg } from '@/lib/server/media/poster'
import { drawing } from '@/scripts/material/realise'
import { cached, ffmpeg as draw } from '@/scripts/material/tools'
import { createTestApp, type TestApp } from './app'
import { bytesOf, fixed, probe } from './fix-client'
import { audio, video } from './limit-facts'
import { bringIn, send, sendBytes } from './material-upload'

const ffmpeg = await findFfmpeg(process.env['PATH'] ?? '')

/** Two seconds of red, then two of blue, a key frame every second; a tone under both. */
function redThenBlue(): Promise<string> {
  const half = (colour: string) => `color=c=${colour}:s=1280x720:r=24:d=2`
  return cached('red-then-blue.mp4', (file) =>
    draw(
      ...['-f', 'lavfi', '-i', half('red'), '-f', 'lavfi', '-i', half('blue')],
      ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4'],
      ...['-filter_complex', '[0][1]concat=n=2:v=1[v]', '-map', '[v]', '-map', '2:a'],
      ...['-c:v', 'libx264', '-preset', 'medium', '-g', '24', '-pix_fmt', 'yuv420p'],
      ...['-c:a', 'aac', '-f', 'mp4', file],
    ),
  )
}

async function colourOf(picture: Buffer): Promise<'red' | 'blue'> {
  const [red, , blue] = (await sharp(picture).stats()).channels
  return (red?.mean ?? 0) > (blue?.mean ?? 0) ? 'red' : 'blue'
}

const wholeWave = { facts: { ...audio, duration: 6 } }

describe.skipIf(ffmpeg === null)('what a person may choose', () => {
  let app: TestApp
  let bare: TestApp

  beforeAll(async () => {
    app = await createTestApp({ ffmpeg })
    bare = await createTestApp({ ffmpeg: null })
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await bare.close()
  })

  async function refused(on: TestApp, id: string, fix: object) {
    const response = await on.request('POST', `/api/media/${id}/fix`, { body: fix })
    const { error } = z.parse(errorBodySchema, await response.json())
    return [response.status, Object.values(error.fields ?? {})[0]?.[0]?.code]
  }

  it.each([
    [1, 'red'],
    [3, 'blue'],
    [4, 'blue'],
  ] as const)('a frame at %i s is %s', async (at, colour) => {
    const clip = await send(app, await redThenBlue())
    const media = await fixed(app, clip.id, { fix: 'frame', at })
    expect(media).toMatchObject({ kind: 'image', origin: 'frame', width: 1280, height: 720 })
    expect(media.made_from.media).toBe(clip.id)
    expect(await colourOf(await bytesOf(app, media))).toBe(colour)
  })

  it('a stretch that begins at a key frame is copied: no picture is coded anew', async () => {
    const clip = await send(bare, await redThenBlue())
    const media = await fixed(bare, clip.id, { fix: 'trim', start: 2, end: 3.5 })
    expect(media).toMatchObject({ type: 'video/mp4', codec: 'avc', sound: true })
    expect(media.duration).toBeLessThanOrEqual(1.5)
    expect(media.duration).toBeGreaterThan(1.3)
    await probe(bare, media)
    const same = await sendBytes(app, await bytesOf(bare, media))
    const frame = await fixed(app, same.id, { fix: 'frame', at: 0 })
    expect(await colourOf(await bytesOf(app, frame))).toBe('blue')
  })

  it('a stretch that begins elsewhere is coded anew, to the frame', async () => {
    const clip = await send(app, await redThenBlue())
    const media = await fixed(app, clip.id, { fix: 'trim', start: 1.5, end: 3.5 })
    expect(media.duration).toBeCloseTo(2, 2)
    const { streams } = await probe(app, media)
    expect(streams[0]?.nb_read_frames).toBe(48)
    const bareClip = await send(bare, await redThenBlue())
    expect(await refused(bare, bareClip.id, { fix: 'trim', start: 1.5, end: 3.5 })).toEqual([
      409,
      'fix_needs_ffmpeg',
    ])
  })

  it('a sound is cut to the sample without ffmpeg', async () => {
    const whole = await bringIn(bare, wholeWave)
    const media = await fixed(bare, whole.id, { fix: 'cut', start: 1.25, end: 3.5 })
    expect(media).toMatchObject({ type: 'audio/wav', duration: 2.25 })
    const [all, part] = [await bytesOf(bare, whole), await bytesOf(bare, media)]
    const samples = part.subarray(part.length - 2.25 * 48_000 * 4)
    expect(all.includes(samples)).toBe(true)
  })

  it("a clip's sound becomes a WAV of the same length", async () => {
    const clip = await send(app, await redThenBlue())
    const media = await fixed(app, clip.id, { fix: 'sound' })
    expect(media).toMatchObject({ kind: 'audio', type: 'audio/wav', origin: 'fix' })
    expect(media.duration).toBeCloseTo(4, 1)
    await probe(app, media)
  })

  it('a padded picture stands whole in the middle', async () => {
    const file = await cached('red-strip.png', (name) =>
      sharp({ create: { width: 900, height: 300, channels: 3, background: '#f00' } })
        .png()
        .toFile(name),
    )
    const media = await fixed(app, (await send(app, file)).id, {
      fix: 'pad',
      width: 900,
      height: 600,
    })
    const middle = await sharp(await bytesOf(app, media))
      .extract({ left: 0, top: 160, width: 900, height: 280 })
      .png()
      .toBuffer()
    expect((await sharp(middle).stats()).channels[0]?.min).toBeGreaterThan(245)
    expect(media).toMatchObject({ type: 'image/jpeg', width: 900, height: 600 })
  })

  it('a turned picture comes out upright and without its metadata', async () => {
    const file = await cached('turned.jpg', (name) =>
      drawing(640, 480, 5)
        .withExif({ IFD0: { Artist: 'me' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toFile(name),
    )
    const original = await send(app, file)
    expect(original).toMatchObject({ width: 480, height: 640 })
    const media = await fixed(app, original.id, { fix: 'convert' })
    const header = await sharp(await bytesOf(app, media)).metadata()
    expect([header.width, header.height, header.orientation, header.exif]).toEqual([
      480,
      640,
      undefined,
      undefined,
    ])
  })

  it('what one can see through stays so', async () => {
    const file = await cached('glass.png', (name) =>
      sharp({ create: { width: 400, height: 200, channels: 4, background: '#f008' } })
        .png()
        .toFile(name),
    )
    const media = await fixed(app, (await send(app, file)).id, {
      fix: 'resize',
      width: 800,
      height: 400,
    })
    expect(media).toMatchObject({ type: 'image/png', width: 800, height: 400 })
    expect((await sharp(await bytesOf(app, media)).stats()).isOpaque).toBe(false)
  })

  it('refuses what cannot be', async () => {
    const clip = await send(app, await redThenBlue())
    const mute = await bringIn(app, { facts: { ...video, sound: false } })
    const wave = await bringIn(app, wholeWave)
    const [id, none] = [clip.id, '0198c0de-0000-7000-8000-000000000000']
    expect(await refused(app, id, { fix: 'convert' })).toEqual([422, 'fix_not_for_kind'])
    expect(await refused(app, wave.id, { fix: 'trim', start: 0, end: 3 })).toEqual([
      422,
      'fix_not_for_kind',
    ])
    expect(await refused(app, id, { fix: 'trim', start: 3, end: 3 })).toEqual([422, 'fix_outside'])
    expect(await refused(app, id, { fix: 'trim', start: 0, end: 9 })).toEqual([422, 'fix_outside'])
    expect(await refused(app, id, { fix: 'frame', at: 60 })).toEqual([422, 'fix_outside'])
    expect(await refused(app, mute.id, { fix: 'sound' })).toEqual([422, 'fix_without_sound'])
    expect(await refused(app, none, { fix: 'sound' })).toEqual([404, undefined])
    expect((await refused(app, id, { fix: 'explode' }))[0]).toBe(422)
    expect((await refused(app, id, { fix: 'reencode', width: 1 }))[0]).toBe(422)
    const bareClip = await send(bare, await redThenBlue())
    expect(await refused(bare, bareClip.id, { fix: 'frame', at: 0 })).toEqual([
      409,
      'fix_needs_ffmpeg',
    ])
  })
})
