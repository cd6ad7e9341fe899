import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mediaKey } from '@/lib/server/media/storage'
import { createTestApp, type TestApp } from './app'
import { modelInputs } from './model-inputs'
import { officialSize } from './official-size'

const ffmpeg = find('ffmpeg')
const run = promisify(execFile)

/** A frame of the official model's 24 a second. */
const frame = 1 / 24

let app: TestApp

/** Frames of every size are encoded; that a large one is also drawn large is the simulator's own test. */
const composed = 480 * 270

beforeAll(async () => {
  app = await createTestApp({ ffmpeg, simulator: { composed } })
})
afterAll(() => app.close())

function find(program: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

async function probe(path: string) {
  const entries = 'stream=codec_type,width,height:format=duration'
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    entries,
    '-of',
    'json',
    path,
  ])
  const { streams, format } = JSON.parse(stdout)
  const video = streams.find((stream: { codec_type: string }) => stream.codec_type === 'video')
  const sound = streams.some((stream: { codec_type: string }) => stream.codec_type === 'audio')
  return { width: video.width, height: video.height, seconds: Number(format.duration), sound }
}

/** Without ffmpeg the simulator cuts shipped clips, whose pixels are not the official ones. */
it.skipIf(ffmpeg === null).each(modelInputs)(
  '$name: arrives as it was asked, and comes back as it was promised',
  async ({ input, body, clip }) => {
    const task = await app.create(input)
    const sent = app.simulator.requests().findLast(({ path }) => path.endsWith('/seedance/videos'))
    expect(JSON.parse(sent?.body ?? '')).toEqual(body)

    const done = await app.settle(task.id)
    expect(done).toMatchObject({ status: 'completed', archive: { status: 'saved' } })
    const size = officialSize(clip.resolution, clip.ratio)
    expect(done.result).toMatchObject(size)
    const file = await app.context.storage.withFile(mediaKey(`${task.id}.mp4`), probe)
    expect(file).toMatchObject({ ...size, sound: true })
    const promised = app.simulator.tasks().find(({ id }) => id === done.gateway_task_id)!.video
    expect(Math.abs(file!.seconds - promised.frames / promised.fps)).toBeLessThanOrEqual(
      frame + 1e-3,
    )
    expect(Math.abs(done.result!.duration! - file!.seconds)).toBeLessThanOrEqual(frame + 1e-3)
  },
  120_000,
)
