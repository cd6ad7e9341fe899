import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { acceptPoster, maxPosterBytes } from './accept-poster'

const gradient = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g"><stop stop-color="#123"/><stop offset="1" stop-color="#fca"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
    ),
  )

/** The worst that can be compressed. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

const facts = async (bytes: Uint8Array) => sharp(bytes).metadata()

describe('a poster that is taken', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('from %s is a progressive JPEG', async (format) => {
    const poster = await acceptPoster(await gradient(1280, 720).toFormat(format).toBuffer())
    expect(await facts(poster)).toMatchObject({
      format: 'jpeg',
      width: 960,
      height: 540,
      isProgressive: true,
    })
    expect(poster.length).toBeLessThanOrEqual(40_000)
  })

  test('fits 960 pixels upright too, and is never enlarged', async () => {
    const tall = await acceptPoster(await gradient(1080, 1920).jpeg().toBuffer())
    expect(await facts(tall)).toMatchObject({ width: 540, height: 960 })
    const small = await acceptPoster(await gradient(320, 180).jpeg().toBuffer())
    expect(await facts(small)).toMatchObject({ width: 320, height: 180 })
  })

  test('stays small even when it is all noise', async () => {
    const poster = await acceptPoster(await noise(960, 540).jpeg({ quality: 90 }).toBuffer())
    expect(poster.length).toBeLessThanOrEqual(60_000)
  })

  test('is turned upright and keeps no metadata', async () => {
    const sideways = await gradient(400, 200)
      .withExif({ IFD0: { Copyright: 'canary-7f3a', ImageDescription: '<script>' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const poster = await acceptPoster(sideways)
    const { width, height, exif, icc, xmp } = await facts(poster)
    expect({ width, height, exif, icc, xmp }).toEqual({ width: 200, height: 400 })
    expect(Buffer.from(poster).includes('canary-7f3a')).toBe(false)
  })

  test('carries nothing of what was appended to it', async () => {
    const polyglot = Buffer.concat([
      await gradient(64, 64).jpeg().toBuffer(),
      Buffer.from('PK\x03\x04<html>canary-7f3a'),
    ])
    expect(Buffer.from(await acceptPoster(polyglot)).includes('canary-7f3a')).toBe(false)
  })
})

describe('a poster that is refused', () => {
  const refused: [what: string, bytes: () => Promise<Uint8Array>, code: string][] = [
    ['too many bytes', async () => Buffer.alloc(maxPosterBytes + 1), 'payload_too_large'],
    ['nothing', async () => Buffer.alloc(0), 'unsupported_media_type'],
    [
      'a page',
      async () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'unsupported_media_type',
    ],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'unsupported_media_type',
    ],
    ['a GIF', () => gradient(9, 9).gif().toBuffer(), 'unsupported_media_type'],
    ['an AVIF', () => gradient(64, 64).avif().toBuffer(), 'unsupported_media_type'],
    ['a TIFF', () => gradient(9, 9).tiff().toBuffer(), 'unsupported_media_type'],
    [
      'the beginning of a JPEG',
      async () => (await gradient(640, 360).jpeg().toBuffer()).subarray(0, 900),
      'unsupported_media_type',
    ],
    [
      'a JPEG in name only',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 1)]),
      'unsupported_media_type',
    ],
  ]
  test.each(refused)('%s', async (_what, bytes, code) => {
    await expect(acceptPoster(await bytes())).rejects.toMatchObject({ code })
  })

  test('more pixels than it is worth, however few its bytes', async () => {
    const flood = await sharp({
      create: { width: 5_100, height: 5_100, channels: 3, background: '#000' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(flood.length).toBeLessThan(maxPosterBytes)
    const refusal = await acceptPoster(flood).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'unsupported_media_type',
      cause: { message: expect.stringContaining('pixel limit') as string },
    })
  })
})
