import 'server-only'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { maxImagePixels } from './image-header'

export type Thumbnail = {
  /** WebP, at most 480 px on its longer side and seldom more than 40 kB. */
  image: Uint8Array
  /** Base64, at most 28 bytes. */
  thumbhash: string
}

export type PlainPixels = { data: Buffer; width: number; height: number; channels: 3 }

const edge = 480
const targetBytes = 40_000
const qualities = [78, 60, 40, 20]

/** `thumbhash` takes no more. */
const hashEdge = 100

/**
 * A small upright copy of a picture, without metadata, and its placeholder. Every pixel is read on the
 * way, so a picture that ends too early throws. `source`: a path, an encoded picture, or its pixels.
 */
export async function makeThumbnail(source: string | Uint8Array | PlainPixels): Promise<Thumbnail> {
  const small = await opened(source)
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const again = () => sharp(small.data, { raw: small.info })
  return { image: await encode(again), thumbhash: await hash(again) }
}

function opened(source: string | Uint8Array | PlainPixels): Sharp {
  if (typeof source === 'string' || source instanceof Uint8Array) {
    return sharp(source, { limitInputPixels: maxImagePixels, failOn: 'error' })
  }
  const { data, ...raw } = source
  return sharp(data, { raw })
}

async function encode(picture: () => Sharp): Promise<Uint8Array> {
  let smallest: Uint8Array = new Uint8Array()
  for (const quality of qualities) {
    smallest = await picture().webp({ quality }).toBuffer()
    if (smallest.length <= targetBytes) break
  }
  return smallest
}

async function hash(picture: () => Sharp): Promise<string> {
  const { data, info } = await picture()
    .resize({ width: hashEdge, height: hashEdge, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
