import 'server-only'
import sharp from 'sharp'

/** Posters come by the hundred on a page: small enough to be cheap, large enough for a sharp card. */
const targetBytes = 40_000

/** Longest edge in pixels and JPEG quality, tried in turn until the target is met. */
const attempts = [
  { edge: 960, quality: 80 },
  { edge: 960, quality: 68 },
  { edge: 960, quality: 56 },
  { edge: 960, quality: 44 },
  { edge: 640, quality: 50 },
  { edge: 480, quality: 40 },
] as const

/** Above this an image costs more memory to decode than a poster is worth (100 MB at four bytes a pixel). */
const maxPixels = 25_000_000

/** A progressive JPEG without metadata, upright, at most 960 px on its longer side. Throws on a broken image. */
export async function encodePoster(image: Uint8Array): Promise<Uint8Array> {
  const upright = await sharp(image, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: 960, height: 960, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

  let smallest: Uint8Array = new Uint8Array()
  for (const { edge, quality } of attempts) {
    smallest = await sharp(upright.data, { raw: upright.info })
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (smallest.length <= targetBytes) break
  }
  return smallest
}

/** How bright an image is on average and how much of anything there is to see, both 0–255. */
export async function lightOf(image: Uint8Array): Promise<{ mean: number; contrast: number }> {
  const { channels } = await sharp(image).greyscale().stats()
  return { mean: channels[0]?.mean ?? 0, contrast: channels[0]?.stdev ?? 0 }
}
