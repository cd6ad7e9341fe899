import 'server-only'
import { CustomSource, Input, MP4, QTFF, WEBM } from 'mediabunny'
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

/** What the container says; null when there is no file, or no readable video in it. */
export async function probeVideo(storage: Storage, key: MediaKey): Promise<VideoFacts | null> {
  const stored = await storage.head(key)
  if (!stored) return null
  const input = new Input({
    formats: [MP4, QTFF, WEBM],
    source: new CustomSource({
      getSize: () => stored.bytes,
      read: async (start, end) => {
        const stream = await storage.read(key, { start, end: end - 1 })
        if (!stream) throw new Error('The file was removed while it was being read')
        return stream
      },
      prefetchProfile: 'fileSystem',
      maxCacheSize: 4 * 1024 * 1024,
      // Reads run ahead; one that fails after the last question was answered concerns nobody.
      handleUnhandledError: () => undefined,
    }),
  })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) return null
    const [width, height, duration, stats, codec, sound] = await Promise.all([
      track.getDisplayWidth(),
      track.getDisplayHeight(),
      track.computeDuration(),
      track.computePacketStats(100),
      track.getCodec(),
      input.getPrimaryAudioTrack(),
    ])
    return { width, height, duration, fps: stats.averagePacketRate, codec, hasAudio: !!sound }
  } catch {
    return null
  } finally {
    input.dispose()
  }
}
