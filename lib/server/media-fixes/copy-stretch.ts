import 'server-only'
import path from 'node:path'
import {
  ALL_FORMATS,
  EncodedAudioPacketSource,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  QTFF,
  WavOutputFormat,
  type InputAudioTrack,
} from 'mediabunny'
import { addAudio, addVideo, videoStretch, type Stretch } from './copy-track'
import type { Workbench } from './workbench'

/**
 * A stretch of a clip without coding it anew, in its own container; resolves with the path. Null
 * where the container is no MP4 or MOV, or no key frame lies at the stretch's start.
 */
export function copyClip({ input, folder }: Workbench, stretch: Stretch): Promise<string | null> {
  return reading(input, async (source) => {
    const format = await source.getFormat()
    const moving = format === QTFF
    if (!moving && format.name !== 'MP4') return null
    const [picture, sound] = [
      await source.getPrimaryVideoTrack(),
      await source.getPrimaryAudioTrack(),
    ]
    const codec = await picture?.getCodec()
    const found = picture && (await videoStretch(picture, stretch))
    if (!picture || !codec || !found) return null

    const file = path.join(folder, moving ? 'stretch.mov' : 'stretch.mp4')
    const output = new Output({
      format: moving ? new MovOutputFormat() : new Mp4OutputFormat(),
      target: new FilePathTarget(file),
    })
    const video = new EncodedVideoPacketSource(codec)
    output.addVideoTrack(video, { rotation: await picture.getRotation() })
    const heard = sound && (await sound.getCodec())
    const audio = heard ? new EncodedAudioPacketSource(heard) : null
    if (audio) output.addAudioTrack(audio)
    await output.start()
    await addVideo(video, picture, found)
    const length = stretch.end - stretch.start
    if (audio && sound) {
      await addAudio(audio, sound, { start: found.from, end: found.from + length })
    }
    await output.finalize()
    return file
  })
}

/**
 * A stretch of a sound, or of a clip's, without coding it anew: MP3 as MP3, plain samples as WAV.
 * Null for every other codec.
 */
export function copySound({ input, folder }: Workbench, stretch: Stretch): Promise<string | null> {
  return reading(input, async (source) => {
    const sound = await source.getPrimaryAudioTrack()
    const target = sound && (await targetOf(sound))
    if (!sound || !target) return null
    const { codec, format } = target
    const file = path.join(folder, `stretch${format.fileExtension}`)
    const output = new Output({ format, target: new FilePathTarget(file) })
    const audio = new EncodedAudioPacketSource(codec)
    output.addAudioTrack(audio)
    await output.start()
    await addAudio(audio, sound, stretch)
    await output.finalize()
    return file
  })
}

async function targetOf(sound: InputAudioTrack) {
  const codec = await sound.getCodec()
  if (codec === null) return null
  if (codec === 'mp3') return { codec, format: new Mp3OutputFormat() }
  const format = new WavOutputFormat()
  return format.getSupportedCodecs().includes(codec) ? { codec, format } : null
}

/** What cannot be copied is left to others: a file that is odd in some way is no error yet. */
async function reading(
  file: string,
  copy: (input: Input) => Promise<string | null>,
): Promise<string | null> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    return await copy(input)
  } catch {
    return null
  } finally {
    input.dispose()
  }
}
