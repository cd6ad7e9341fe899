import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLocalStorage } from './local'
import { probeVideo } from './probe'
import { mediaKey, type Storage } from './storage'

const key = mediaKey('probed-clip.mp4')

let folder: string
let storage: Storage

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dailies-probe-'))
  storage = createLocalStorage(folder)
})
afterAll(() => rm(folder, { recursive: true }))

type Wanted = {
  format: Mp4OutputFormat | WebMOutputFormat
  frames: number
  fps: number
  rotation?: 0 | 90 | 180 | 270
  sound?: boolean
}

/** A file whose container is sound and whose frames are empty: a probe looks at no picture. */
async function makeVideo({
  format,
  frames,
  fps,
  rotation = 0,
  sound = false,
}: Wanted): Promise<Buffer> {
  const output = new Output({ format, target: new BufferTarget() })
  const picture = new EncodedVideoPacketSource('vp9')
  const voice = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(picture, { rotation, frameRate: fps })
  if (sound) output.addAudioTrack(voice)
  await output.start()
  for (let frame = 0; frame < frames; frame += 1) {
    const packet = new EncodedPacket(
      new Uint8Array(2000),
      frame % 12 ? 'delta' : 'key',
      frame / fps,
      1 / fps,
    )
    await picture.add(packet, {
      decoderConfig: { codec: 'vp09.00.30.08', codedWidth: 1280, codedHeight: 720 },
    })
  }
  for (let at = 0; sound && at < frames / fps; at += 0.02) {
    await voice.add(new EncodedPacket(new Uint8Array(100), 'key', at, 0.02), {
      decoderConfig: { codec: 'opus', numberOfChannels: 2, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  return Buffer.from(output.target.buffer ?? new ArrayBuffer())
}

const indexFirst = new Mp4OutputFormat({ fastStart: 'in-memory' })
const indexLast = new Mp4OutputFormat({ fastStart: false })

describe('what a container says', () => {
  const cases: [what: string, wanted: Wanted, facts: object][] = [
    [
      'MP4, index first, with sound',
      { format: indexFirst, frames: 120, fps: 24, sound: true },
      { width: 1280, height: 720, duration: 5, fps: 24, hasAudio: true },
    ],
    [
      'MP4, index last, silent',
      { format: indexLast, frames: 150, fps: 30 },
      { width: 1280, height: 720, duration: 5, fps: 30, hasAudio: false },
    ],
    [
      'MP4, lying on its side',
      { format: indexFirst, frames: 48, fps: 24, rotation: 90 },
      { width: 720, height: 1280, duration: 2, fps: 24, hasAudio: false },
    ],
    [
      'WebM',
      { format: new WebMOutputFormat(), frames: 50, fps: 25 },
      { width: 1280, height: 720, duration: 2, fps: 25, hasAudio: false },
    ],
  ]
  test.each(cases)('%s', async (_what, wanted, facts) => {
    await storage.write(key, [await makeVideo(wanted)])
    const found = await probeVideo(storage, key)
    const rounded = found && {
      ...found,
      duration: Math.round(found.duration * 100) / 100,
      fps: Math.round(found.fps * 100) / 100,
    }
    expect(rounded).toEqual({ ...facts, codec: 'vp9' })
  })
})

describe('nothing is said of', () => {
  test('a file that is not there', async () => {
    expect(await probeVideo(storage, mediaKey('missing-clip.mp4'))).toBeNull()
  })

  test.each([
    ['a page', Buffer.from('<!doctype html><title>Sorry</title>')],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(10_000)],
    [
      'sound alone',
      Buffer.from(
        'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0',
        'latin1',
      ),
    ],
  ])('%s', async (_what, bytes) => {
    await storage.write(key, [bytes])
    expect(await probeVideo(storage, key)).toBeNull()
  })

  test('an MP4 cut before its index', async () => {
    const video = await makeVideo({ format: indexLast, frames: 48, fps: 24 })
    await storage.write(key, [video.subarray(0, video.length / 2)])
    expect(await probeVideo(storage, key)).toBeNull()
  })
})
