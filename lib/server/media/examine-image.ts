import 'server-only'
import { readBitmap, sampleBitmap } from './bitmap'
import { imageSize, withinLimits, type ImageSize } from './image-header'
import type { MediaType } from './mime'
import { refusal } from './refusal'
import { makeThumbnail, type Thumbnail } from './thumbnail'

/** `thumbnail` is null where the pixels cannot be decoded here (HEIC, odd bitmaps). */
export type ExaminedImage = ImageSize & { thumbnail: Thumbnail | null }

/** Pictures whose header can be read here, and whose pixels cannot. */
const sealed: readonly MediaType[] = ['image/heic', 'image/heif']

/**
 * A picture's size and a small copy of it. `path` is on this machine; `type` is what its first bytes
 * promised. Throws the refusals of pictures.
 */
export async function examineImage(
  path: string,
  { type, bytes }: { type: MediaType; bytes: number },
): Promise<ExaminedImage> {
  if (type === 'image/bmp') return examineBitmap(path, bytes)
  const size = await imageSize(path, type)
  return { ...size, thumbnail: sealed.includes(type) ? null : await read(makeThumbnail(path)) }
}

async function examineBitmap(path: string, bytes: number): Promise<ExaminedImage> {
  const bitmap = await readBitmap(path)
  if (!bitmap) throw refusal('file_unreadable')
  const size = withinLimits(bitmap)
  if (bitmap.needs !== null && bitmap.needs > bytes) throw refusal('file_truncated')
  const pixels = await sampleBitmap(path, bitmap, 960)
  return { ...size, thumbnail: pixels && (await makeThumbnail(pixels)) }
}

async function read<T>(pixels: Promise<T>): Promise<T> {
  try {
    return await pixels
  } catch (cause) {
    throw refusal('file_truncated', { cause })
  }
}
