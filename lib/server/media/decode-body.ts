import 'server-only'
import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Undoes a Content-Encoding that we asked the sender not to use; null for one we cannot undo. */
export function decodeBody(
  encoding: string,
  body: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> | null {
  const decoder = decoders[encoding.toLowerCase()]?.()
  if (!decoder) return null
  // Whoever reads the decoder meets the error; the callback only keeps it from being unhandled.
  pipeline(body, decoder, () => undefined)
  return decoder
}
