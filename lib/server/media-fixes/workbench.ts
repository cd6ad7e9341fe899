import 'server-only'
import path from 'node:path'
import { runFfmpeg } from '@/lib/server/media/run-ffmpeg'
import { fixRefusal } from './fix-refusal'

/** What one fix works with: the source's path, a folder of its own, and ffmpeg where there is one. */
export type Workbench = {
  input: string
  folder: string
  ffmpeg: string | null
  signal: AbortSignal
}

/** The formats we hold, as ffmpeg calls their readers. */
const readers = 'mov,matroska,mp3,wav,ogg,flac,aac,bmp_pipe'

const timeLimit = 240_000

/**
 * Makes one file of the input, without its metadata; resolves with the path. `before` are ffmpeg's
 * options for the input, `after` those for the output. Throws `fix_needs_ffmpeg`, `fix_failed`.
 */
export async function encode(
  { input, folder, ffmpeg, signal }: Workbench,
  name: string,
  { before = [], after }: { before?: readonly string[]; after: readonly string[] },
): Promise<string> {
  if (ffmpeg === null) throw fixRefusal('fix_needs_ffmpeg')
  const output = path.join(folder, name)
  // prettier-ignore
  const args = [
    '-y', '-format_whitelist', readers, ...before, '-i', `file:${path.resolve(input)}`,
    ...after, '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', `file:${output}`,
  ]
  try {
    await runFfmpeg(ffmpeg, args, { signal, timeLimit })
  } catch (cause) {
    throw fixRefusal('fix_failed', { cause })
  }
  return output
}
