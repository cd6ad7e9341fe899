import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameCount, outputSize } from '../output-size'
import type { TaskRecord } from '../records'
import { taskRecord } from '../test-task'
import { createMedia, type Media } from './media'
import { findFfmpeg } from './render'

const run = promisify(execFile)
const ffmpeg = await findFfmpeg()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-media-'))
})
afterAll(() => rm(folder, { recursive: true }))

function task(ratio: string, resolution: string, duration: number, prompt = 'a lake'): TaskRecord {
  const record = taskRecord({ kind: 'completed' })
  return { ...record, input: { ...record.input, prompt, duration, resolution, ratio } }
}

type Stream = {
  codec_type: string
  codec_name: string
  width: number
  height: number
  duration: string
  nb_read_packets: string
}

async function streamsOf(path: string) {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-count_packets', '-of', 'json'],
    ...[
      '-show_entries',
      'stream=codec_type,codec_name,width,height,duration,nb_read_packets',
      path,
    ],
  ])
  const { streams } = JSON.parse(stdout) as { streams: Stream[] }
  const video = streams.find((stream) => stream.codec_type === 'video')
  const audio = streams.find((stream) => stream.codec_type === 'audio')
  if (video === undefined || audio === undefined) throw new Error('a stream is missing')
  return { video, audio }
}

/** Mean luma 0–255 and peak volume in dB over the whole file. */
async function impressionOf(path: string) {
  const { stderr } = await run(
    'ffmpeg',
    [
      ...['-hide_banner', '-i', path, '-vf', 'signalstats,metadata=print'],
      ...['-af', 'volumedetect', '-f', 'null', '-'],
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  const lumas = Array.from(stderr.matchAll(/signalstats\.YAVG=([\d.]+)/g), (hit) => Number(hit[1]))
  const darkest = Math.min(...lumas)
  return { frames: lumas.length, darkest, peak: Number(/max_volume: (\S+) dB/.exec(stderr)?.[1]) }
}

async function expectFilm(path: string, size: { width: number; height: number }, seconds: number) {
  const { video, audio } = await streamsOf(path)
  expect(video).toMatchObject({ codec_name: 'h264', ...size })
  expect(video.nb_read_packets).toBe(String(frameCount(seconds)))
  expect(audio.codec_name).toBe('aac')
  expect(Math.abs(Number(audio.duration) - frameCount(seconds) / 24)).toBeLessThan(0.06)
  const { frames, darkest, peak } = await impressionOf(path)
  expect(frames).toBe(frameCount(seconds))
  expect(darkest).toBeGreaterThan(40)
  expect(peak).toBeGreaterThan(-30)
  expect(peak).toBeLessThan(-0.5)
}

describe.skipIf(ffmpeg === null)('with ffmpeg', () => {
  let media: Media
  beforeAll(async () => {
    media = await createMedia({ dir: join(folder, 'rendered'), ffmpeg })
  })
  afterAll(() => media.close())

  it.each([
    ['16:9', '720p', 5, 'Mist over mountains at dawn'],
    ['9:16', '480p', 1, 'Neon city street at night in the rain'],
    ['21:9', '720p', 1, 'A fox in a snowy forest'],
    ['3:4', '2k', 1, 'Desert dunes'],
    ['Adaptive', '4k', 1, '大海上的日落'],
  ])('%s at %s for %d s is what was asked', async (ratio, resolution, seconds, prompt) => {
    const path = await media.video(task(ratio, resolution, seconds, prompt))
    await expectFilm(path, outputSize(resolution, ratio), seconds)
  })

  it('makes the same video once, and another for another prompt', async () => {
    const wanted = task('1:1', '480p', 1)
    media.prepare(wanted)
    const [first, second, other] = await Promise.all([
      media.video(wanted),
      media.video(wanted),
      media.video(task('1:1', '480p', 1, 'a river')),
    ])
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })
})

describe.skipIf(ffmpeg === null)('without ffmpeg, measured with it', () => {
  let media: Media
  beforeAll(async () => {
    media = await createMedia({ dir: join(folder, 'cut'), ffmpeg: null })
  })
  afterAll(() => media.close())

  it.each([
    ['16:9', 5, { width: 480, height: 270 }],
    ['9:16', 15, { width: 270, height: 480 }],
    ['1:1', 1, { width: 360, height: 360 }],
    ['4:3', 4, { width: 400, height: 300 }],
    ['3:4', 7, { width: 300, height: 400 }],
    ['21:9', 12, { width: 560, height: 240 }],
    ['Adaptive', 4, { width: 480, height: 270 }],
  ])('%s for %d s is cut from the shipped clip', async (ratio, seconds, size) => {
    await expectFilm(await media.video(task(ratio, '4k', seconds)), size, seconds)
  })
})

it('falls back to a shipped clip where ffmpeg does not work', async () => {
  const media = await createMedia({ dir: join(folder, 'broken'), ffmpeg: '/nonexistent/ffmpeg' })
  expect(await media.video(task('16:9', '720p', 4))).toMatch(/\.mp4$/)
  await media.close()
})
