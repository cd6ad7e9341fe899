import 'server-only'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { runFfmpeg } from './run-ffmpeg'

/** What models take easily; above it a picture is kept as a JPEG that the eye cannot tell apart. */
const mostPngBytes = 10 * 1024 * 1024

/**
 * The very last picture of a clip, as PNG, or as JPEG where that would be large. `input` is a path, as
 * `storage.withFile` lends it. Null when ffmpeg cannot read one.
 */
export async function lastFrame(ffmpeg: string, input: string): Promise<Uint8Array | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dailies-frame-'))
  const output = path.join(folder, 'frame.png')
  try {
    // Every picture of the last second is written over the one before it.
    // prettier-ignore
    await runFfmpeg(ffmpeg, [
      '-sseof', '-1', '-i', `file:${path.resolve(input)}`, '-map', '0:v:0',
      '-vf', 'scale=iw*sar:ih', '-update', '1', '-f', 'image2', '-c:v', 'png', '-y', output,
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
