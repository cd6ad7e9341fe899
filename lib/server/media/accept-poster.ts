import 'server-only'
import { AppError } from '@/lib/errors'
import { encodePoster } from './encode-poster'
import { mimeOf } from './mime'

export const maxPosterBytes = 2 * 1024 * 1024

/** What a browser's canvas can hand in. */
const accepted: readonly (string | null)[] = ['image/jpeg', 'image/png', 'image/webp']

/**
 * A poster made by a browser, judged by its bytes and encoded anew, so that nothing but pixels is
 * kept. Throws AppError: `payload_too_large`, `unsupported_media_type`.
 */
export async function acceptPoster(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > maxPosterBytes) {
    throw new AppError('payload_too_large', `A poster has at most ${maxPosterBytes} bytes.`)
  }
  if (!accepted.includes(mimeOf(bytes))) {
    throw new AppError('unsupported_media_type', 'A poster is a JPEG, PNG or WebP image.')
  }
  try {
    return await encodePoster(bytes)
  } catch (cause) {
    throw new AppError('unsupported_media_type', 'The image cannot be read.', { cause })
  }
}
