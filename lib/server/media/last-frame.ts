import 'server-only'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { runFfmpeg } from './run-ffmpeg'

/** What models take easily; above it a picture is kept as a JPEG that the eye cannot tell apart. */
const mostPngBytes = 10 * 1024 * 1024

/** Seconds of decoding before a moment: enough for the frame on screen there, at any usual rate. */
const before = 0.3

/** Media times lie a hair before or after their frame's start. */
const hair = 0.002

/**
 * The very last picture of a clip, or the one on screen `at` that many seconds, as PNG, or as JPEG
 * where that would be large. `input` is a path, as `storage.withFile` lends it. Null when ffmpeg cannot
 * read one.
 */
export async function lastFrame(
  ffmpeg: string,
  input: string,
  at?: number,
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dailies-frame-'))
  const output = path.join(folder, 'frame.png')
  try {
    const { from, filter } = stretch(at)
    // Every picture of the stretch is written over the one before it.
    // prettier-ignore
    await runFfmpeg(ffmpeg, [
      ...from, '-i', `file:${path.resolve(input)}`, '-map', '0:v:0',
      '-vf', `${filter}scale=iw*sar:ih`, '-update', '1', '-f', 'image2', '-c:v', 'png', '-y', output,
    ], { timeLimit: 60_000 })
    const png = await readFile(output)
    if (png.length <= mostPngBytes) return png
    return await sharp(png).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The part of the clip whose last picture is wanted: its last second, or the moments up to `at`. */
function stretch(at: number | undefined): { from: string[]; filter: string } {
  if (at === undefined) return { from: ['-sseof', '-1'], filter: '' }
  const start = Math.max(0, at - before)
  return { from: ['-ss', start.toFixed(4)], filter: `trim=end=${(at - start + hair).toFixed(4)},` }
}
