import 'server-only'
import type { MediaType } from './mime'
import { openInput } from './open-input'
import { probedFormats, probeInput } from './probe-input.mjs'
import type { MediaKey, Storage } from './storage'

export type VideoFacts = {
  /** Pixels as shown, rotation applied. */
  width: number
  height: number
  /** Seconds: the picture's end, which sound may outlast by a frame. */
  duration: number
  fps: number
  /** `avc`, `hevc`, `vp9`, …; null when the file names one we do not know. */
  codec: string | null
  hasAudio: boolean
}

export type AudioFacts = {
  /** Seconds. */
  duration: number
  /** `aac`, `mp3`, `pcm-s16`, …; null when the file names one we do not know. */
  codec: string | null
}

export type ProbedMedia =
  | { kind: 'video'; type: MediaType; facts: VideoFacts }
  | { kind: 'audio'; type: MediaType; facts: AudioFacts }

/**
 * What the container of a clip from the gateway says; null when there is no file, or no readable
 * video in it. What people bring is probed by `probeStranger`.
 */
export async function probeVideo(storage: Storage, key: MediaKey): Promise<VideoFacts | null> {
  const input = await openInput(storage, key, probedFormats)
  if (!input) return null
  try {
    const probed = await probeInput(input)
    return probed?.kind === 'video' ? probed.facts : null
  } catch {
    return null
  } finally {
    input.dispose()
  }
}
