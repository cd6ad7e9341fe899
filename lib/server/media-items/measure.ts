import 'server-only'
import { createHash } from 'node:crypto'
import { refusal } from '@/lib/server/media/refusal'

export type Measured = {
  /** The same bytes; throws `file_too_large` as soon as there are more than allowed. */
  bytes: AsyncIterable<Uint8Array>
  /** SHA-256 in hex of what went through, to be asked once, at the end. */
  sha256(): string
}

export function measure(source: AsyncIterable<Uint8Array>, allowed: number): Measured {
  const hash = createHash('sha256')
  async function* through(): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > allowed) throw refusal('file_too_large', { params: { allowed } })
      hash.update(chunk)
      yield chunk
    }
  }
  return { bytes: through(), sha256: () => hash.digest('hex') }
}
