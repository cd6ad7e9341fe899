import sharp, { type Sharp } from 'sharp'
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
} from 'mediabunny'
import { waveOf } from '@/scripts/material/wave'

/** A picture of one colour and a little texture, so that no two seeds are alike. */
export function picture(width: number, height: number, seed = 0): Sharp {
  const background = { r: (seed * 37) % 256, g: (seed * 91) % 256, b: (120 + seed * 53) % 256 }
  return sharp({ create: { width, height, channels: 3, background } })
}

export type ClipOptions = {
  format?: OutputFormat
  width?: number
  height?: number
  frames?: number
  fps?: number
  rotation?: 0 | 90 | 180 | 270
  sound?: boolean
  seed?: number
}

/** A clip whose container is sound and whose frames are empty. */
export async function clip({
  format = new Mp4OutputFormat({ fastStart: 'in-memory' }),
  width = 1280,
  height = 720,
  frames = 72,
  fps = 24,
  rotation = 0,
  sound = false,
  seed = 0,
}: ClipOptions = {}): Promise<Buffer<ArrayBuffer>> {
  const output = new Output({ format, target: new BufferTarget() })
  const video = new EncodedVideoPacketSource('vp9')
  const audio = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(video, { rotation, frameRate: fps })
  if (sound) output.addAudioTrack(audio)
  await output.start()
  for (let frame = 0; frame < frames; frame += 1) {
    const bytes = new Uint8Array(500).fill((seed + frame) % 256)
    const kind = frame % 12 ? 'delta' : 'key'
    await video.add(new EncodedPacket(bytes, kind, frame / fps, 1 / fps), {
      decoderConfig: { codec: 'vp09.00.30.08', codedWidth: width, codedHeight: height },
    })
  }
  for (let at = 0; sound && at < frames / fps; at += 0.02) {
    await audio.add(new EncodedPacket(new Uint8Array(100), 'key', at, 0.02), {
      decoderConfig: { codec: 'opus', numberOfChannels: 2, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  return Buffer.from(output.target.buffer ?? new ArrayBuffer())
}

/** Sixteen-bit mono WAV of a quiet tone. */
export function wave(seconds: number, seed = 0, rate = 8_000): Buffer<ArrayBuffer> {
  return waveOf(Math.round(seconds * rate), rate, (sample) =>
    Math.round(Math.sin((sample * (300 + seed)) / rate) * 3_000),
  )
}

/** A form as a browser sends it: text parts first, then the file. */
export function formOf(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new Blob([bytes]), name)
  return form
}
