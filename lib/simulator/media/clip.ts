import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ALL_FORMATS,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

export const clipsDir = join(process.cwd(), 'lib', 'simulator', 'clips')

export function clipPath(ratio: string): string {
  return join(clipsDir, `${ratio.replace(':', 'x')}.mp4`)
}

export type Clip = { ratio: string; frames: number; path: string }

/**
 * Writes the first `frames` frames (24 fps) of the shipped clip of that ratio, and the sound to the
 * same point, without encoding anything. The clips have no B-frames, so any frame may be the last.
 */
export async function cutClip({ ratio, frames, path }: Clip): Promise<void> {
  const input = new Input({ source: new FilePathSource(clipPath(ratio)), formats: ALL_FORMATS })
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const seconds = frames / 24

  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (video?.codec == null || audio?.codec == null) {
    throw new Error(`the clip for ${ratio} has no picture or no sound`)
  }
  const videoSource = new EncodedVideoPacketSource(video.codec)
  const audioSource = new EncodedAudioPacketSource(audio.codec)
  output.addVideoTrack(videoSource, { frameRate: 24 })
  output.addAudioTrack(audioSource)
  await output.start()

  const videoConfig = (await video.getDecoderConfig()) ?? undefined
  let count = 0
  for await (const packet of new EncodedPacketSink(video).packets()) {
    if (count++ === frames) break
    await videoSource.add(packet, { decoderConfig: videoConfig })
  }
  const audioConfig = (await audio.getDecoderConfig()) ?? undefined
  for await (const packet of new EncodedPacketSink(audio).packets()) {
    if (packet.timestamp + packet.duration > seconds) break
    if (packet.timestamp >= 0) await audioSource.add(packet, { decoderConfig: audioConfig })
  }
  await output.finalize()
  input.dispose()
  if (target.buffer === null) throw new Error('nothing was written')
  await writeFile(path, new Uint8Array(target.buffer))
}
