import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLocalStorage } from './local'
import { findFfmpeg, makePoster } from './poster'
import { probeVideo } from './probe'
import { mediaKey } from './storage'

const ffmpeg = await findFfmpeg(process.env['PATH'] ?? '')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dailies-poster-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Renders two seconds at 24 frames a second from an ffmpeg source and returns the file. */
async function render(name: string, source: string, ...more: string[]): Promise<string> {
  const file = path.join(folder, name)
  const args = [
    '-nostdin',
    '-loglevel',
    'error',
    '-f',
    'lavfi',
    '-i',
    source,
    '-t',
    '2',
    '-r',
    '24',
  ]
  await promisify(execFile)(ffmpeg ?? '', [
    ...args,
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    ...more,
    file,
  ])
  return file
}

const poster = (input: string, change: Partial<Parameters<typeof makePoster>[0]> = {}) =>
  makePoster({ ffmpeg, input, duration: 2, ...change })

const meanOf = async (image: Uint8Array | null) => {
  const { channels } = await sharp(image ?? Buffer.alloc(0))
    .greyscale()
    .stats()
  return channels[0]?.mean ?? 0
}

describe.skipIf(!ffmpeg)('with ffmpeg (not installed here if skipped)', () => {
  test('a clip gets a small progressive JPEG of one of its frames', async () => {
    const image = await poster(await render('wide.mp4', 'testsrc2=s=1280x720'))
    expect(await sharp(image ?? undefined).metadata()).toMatchObject({
      format: 'jpeg',
      width: 960,
      height: 540,
      isProgressive: true,
    })
    expect(image?.length).toBeLessThanOrEqual(40_000)
  })

  test('an upright clip gets an upright poster', async () => {
    const image = await poster(await render('tall.mp4', 'testsrc2=s=720x1280'))
    expect(await sharp(image ?? undefined).metadata()).toMatchObject({ width: 540, height: 960 })
  })

  test('a clip lying on its side is turned, and measured as it is seen', async () => {
    const lying = await render('lying.mp4', 'testsrc2=s=640x360')
    const file = path.join(folder, 'turned-clip.mp4')
    await promisify(execFile)(ffmpeg ?? '', [
      '-nostdin',
      '-loglevel',
      'error',
      '-display_rotation',
      '90',
      '-i',
      lying,
      '-c',
      'copy',
      file,
    ]).catch(
      // Before ffmpeg 6 the turn was written as a tag.
      () =>
        promisify(execFile)(ffmpeg ?? '', [
          '-nostdin',
          '-loglevel',
          'error',
          '-y',
          '-i',
          lying,
          '-c',
          'copy',
          '-metadata:s:v',
          'rotate=90',
          file,
        ]),
    )
    expect(await sharp((await poster(file)) ?? undefined).metadata()).toMatchObject({
      width: 360,
      height: 640,
    })
    const facts = await probeVideo(createLocalStorage(folder), mediaKey('turned-clip.mp4'))
    expect(facts).toMatchObject({ width: 360, height: 640, codec: 'avc', hasAudio: false })
    expect(facts?.duration).toBeCloseTo(2, 1)
    expect(facts?.fps).toBeCloseTo(24, 1)
  })

  test('a clip that begins in black gets a frame that is not', async () => {
    const file = await render('fade.mp4', 'testsrc2=s=640x360,fade=t=in:st=0.8:d=0.1')
    expect(await meanOf(await poster(file))).toBeGreaterThan(60)
  })

  test('a clip that is black throughout gets a black poster', async () => {
    const image = await poster(await render('black.mp4', 'color=black:s=640x360'))
    expect(image).not.toBeNull()
    expect(await meanOf(image)).toBeLessThan(20)
  })

  test('a clip of unknown length gets a frame of its beginning', async () => {
    const file = await render('unknown.mp4', 'testsrc2=s=320x180')
    expect(await poster(file, { duration: 0 })).not.toBeNull()
  })

  test('a clip shorter than it says, and dark at first, still gets a frame', async () => {
    const file = await render('short.mp4', 'color=black:s=320x180')
    expect(await poster(file, { duration: 10 })).not.toBeNull()
  })

  test('a WebM gets one too', async () => {
    const image = await poster(
      await render('clip.webm', 'testsrc2=s=320x180', '-c:v', 'libvpx', '-deadline', 'realtime'),
    )
    expect(await sharp(image ?? undefined).metadata()).toMatchObject({ width: 320, height: 180 })
  })

  test('a file that only poses as a video gets none, and nothing else is read for it', async () => {
    const secret = await render('secret.mp4', 'testsrc2=s=320x180')
    const lists = {
      'list.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      'concat.mp4': `ffconcat version 1.0\nfile '${secret}'\n`,
      'page.mp4': '<!doctype html>',
    }
    for (const [name, text] of Object.entries(lists)) {
      const file = path.join(folder, name)
      await writeFile(file, text)
      expect(await poster(file), name).toBeNull()
    }
  })

  test('a look that takes too long is cut off', async () => {
    expect(
      await poster(await render('slow.mp4', 'testsrc2=s=640x360'), { timeLimit: 1 }),
    ).toBeNull()
  })

  test('nothing is made once the caller has left', async () => {
    expect(await poster(path.join(folder, 'any.mp4'), { signal: AbortSignal.abort() })).toBeNull()
  })
})

test('without ffmpeg there is no poster', async () => {
  expect(await poster('clip.mp4', { ffmpeg: null })).toBeNull()
})

describe.skipIf(process.platform === 'win32')('ffmpeg is looked for on the search path', () => {
  /** A folder holding an `ffmpeg` that ends with that exit code. */
  async function withTool(name: string, exit: number, mode = 0o755): Promise<string> {
    const place = path.join(folder, name)
    await mkdir(place)
    await writeFile(path.join(place, 'ffmpeg'), `#!/bin/sh\nexit ${exit}\n`)
    await chmod(path.join(place, 'ffmpeg'), mode)
    return place
  }

  test('and the first one that runs is taken', async () => {
    const broken = await withTool('broken', 1)
    const good = await withTool('good', 0)
    const later = await withTool('later', 0)
    const searchPath = [path.join(folder, 'nowhere'), broken, good, later].join(path.delimiter)
    expect(await findFfmpeg(searchPath)).toBe(path.join(good, 'ffmpeg'))
  })

  test('but not in the folder one happens to be in', async () => {
    expect(await findFfmpeg(['.', '', 'bin'].join(path.delimiter))).toBeNull()
  })

  test('and an empty path has none', async () => {
    expect(await findFfmpeg('')).toBeNull()
  })
})
