import 'server-only'
import { stat } from 'node:fs/promises'
import { copySound } from './copy-stretch'
import type { Stretch } from './copy-track'
import { encode, type Workbench } from './workbench'

/** The official model's bound (protocol §7.3). */
const maxBytes = 15 * 1024 * 1024

/** Plain samples of this length weigh less than that, and are cut exactly. */
const plainSeconds = 60

/**
 * A stretch of a sound, or of a clip's, in a form the models take: copied where it has one already,
 * else a WAV, a long one an MP3. Throws `fix_needs_ffmpeg`, `fix_failed`.
 */
export async function makeSound(bench: Workbench, stretch: Stretch): Promise<string> {
  const copy = await copySound(bench, stretch)
  if (copy !== null && (await stat(copy)).size <= maxBytes) return copy
  const seconds = stretch.end - stretch.start
  const plain = seconds <= plainSeconds
  const bits = Math.min(Math.floor((maxBytes * 7.8) / seconds), 192_000)
  // prettier-ignore
  return encode(bench, plain ? 'sound.wav' : 'sound.mp3', {
    before: ['-ss', stretch.start.toFixed(6)],
    after: [
      '-t', seconds.toFixed(6), '-map', '0:a:0', '-vn', '-ac', '2',
      ...(plain ? ['-c:a', 'pcm_s16le', '-ar', '48000'] : ['-c:a', 'libmp3lame', '-b:a', String(bits)]),
    ],
  })
}
