import 'server-only'
import type { ByteSource } from './storage'

/** The source in blocks of at least `size()` bytes, the last one excepted. */
export async function* inBlocks(
  source: ByteSource,
  size: () => number,
): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < size()) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
