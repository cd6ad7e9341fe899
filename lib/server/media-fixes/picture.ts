import 'server-only'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Fix } from '@/lib/models/fix'
import { maxImagePixels } from '@/lib/server/media/image-header'
import { fixRefusal } from './fix-refusal'
import { encode, type Workbench } from './workbench'

export type PictureFix = Extract<Fix, { fix: 'resize' | 'pad' | 'convert' }>

/** Types whose pixels sharp's own libraries do not decode. */
const opaque = ['image/heic', 'image/heif', 'image/bmp']

/** The official model's bound (protocol §7.3). */
const maxBytes = 30 * 1024 * 1024
const qualities = [92, 80, 65]

/** Wide enough that nothing of the picture can be made out in its own edges. */
const blur = 40
const dim = 0.75

/**
 * A picture of the size asked for, upright, in sRGB and without metadata: a PNG where one can see
 * through it, else a JPEG of less than 30 MB. Of an animation it is the first picture. Resolves
 * with the path. Throws `fix_needs_ffmpeg`, `fix_failed`.
 */
export async function makePicture(
  bench: Workbench,
  type: string,
  fix: PictureFix,
): Promise<string> {
  const input = opaque.includes(type)
    ? await encode(bench, 'decoded.png', { after: ['-frames:v', '1'] })
    : bench.input
  try {
    const upright = await sharp(input, { limitInputPixels: maxImagePixels, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer()
    return await write(bench.folder, await shaped(sharp(upright), fix))
  } catch (cause) {
    throw fixRefusal('fix_failed', { cause })
  }
}

async function shaped(picture: Sharp, fix: PictureFix): Promise<Sharp> {
  if (fix.fix === 'convert') return picture
  const { width, height } = fix
  if (fix.fix === 'resize') return picture.resize({ width, height, fit: 'fill' })
  const [edges, middle] = await Promise.all([
    picture
      .clone()
      .flatten({ background: '#808080' })
      .resize({ width, height, fit: 'cover' })
      .blur(blur)
      .modulate({ brightness: dim })
      .png({ compressionLevel: 1 })
      .toBuffer(),
    picture.clone().resize({ width, height, fit: 'inside' }).toBuffer(),
  ])
  return sharp(edges).composite([{ input: middle, gravity: 'centre' }])
}

/** Written as it is encoded: see-through pictures as PNG, unless that is too heavy. */
async function write(folder: string, picture: Sharp): Promise<string> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const again = () => sharp(data, { raw: info })
  if (!(await again().stats()).isOpaque) {
    const clear = await again().png().toBuffer()
    if (clear.length <= maxBytes) return keep(folder, 'picture.png', clear)
  }
  let jpeg: Uint8Array = new Uint8Array()
  for (const quality of qualities) {
    jpeg = await again()
      .flatten({ background: '#fff' })
      .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' })
      .toBuffer()
    if (jpeg.length <= maxBytes) break
  }
  return keep(folder, 'picture.jpg', jpeg)
}

async function keep(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}
