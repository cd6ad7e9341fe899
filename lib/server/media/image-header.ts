import 'server-only'
import sharp, { type Metadata } from 'sharp'
import type { MediaType } from './mime'
import { refusal } from './refusal'

// Its cache would keep a stranger's pixels and files open after the answer.
sharp.cache(false)

/** More than any camera's picture that a model could take; at four bytes a pixel, 160 MB. */
export const maxImagePixels = 40_000_000

/** Pictures of an animation, or pages. */
export const maxImageFrames = 1_000

export type ImageSize = {
  /** Pixels as shown, rotation applied. */
  width: number
  height: number
}

const byFormat: Partial<Record<string, readonly MediaType[]>> = {
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  webp: ['image/webp'],
  gif: ['image/gif'],
  tiff: ['image/tiff'],
  heif: ['image/avif', 'image/heic', 'image/heif'],
}

/**
 * A picture's size by its header; no pixel is decoded. `type` is what its first bytes promised.
 * Throws `file_unreadable`, `image_too_large`, `too_many_frames`.
 */
export async function imageSize(path: string, type: MediaType): Promise<ImageSize> {
  const header = await readHeader(path)
  if (!byFormat[header.format]?.includes(type)) throw refusal('file_unreadable')
  const frames = header.pages ?? 1
  if (frames > maxImageFrames) {
    throw refusal('too_many_frames', { params: { found: frames, allowed: maxImageFrames } })
  }
  return withinLimits(header.autoOrient)
}

/** Throws `image_too_large`. */
export function withinLimits({ width, height }: ImageSize): ImageSize {
  if (width * height > maxImagePixels) {
    throw refusal('image_too_large', { params: { width, height, allowed: maxImagePixels } })
  }
  return { width, height }
}

async function readHeader(path: string): Promise<Metadata> {
  try {
    return await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata()
  } catch (cause) {
    throw refusal('file_unreadable', { cause })
  }
}
