import 'server-only'

export type OpenBody = {
  /** The first bytes: at least as many as were asked for, unless the body has fewer. */
  head: Uint8Array
  /** All bytes, the head included; once. Ending early lets the connection go. */
  bytes: AsyncIterable<Uint8Array>
  /** For a body that nobody will read. */
  close(): Promise<void>
}

/**
 * Begins to read a body at once: a Node stream that breaks before anyone reads it would throw its
 * error at the process. Throws what the body throws.
 */
export async function openBody(
  body: AsyncIterable<Uint8Array>,
  headBytes: number,
): Promise<OpenBody> {
  const reader = body[Symbol.asyncIterator]()
  const close = async () => void (await reader.return?.())
  const chunks: Uint8Array[] = []
  for (let held = 0; held < headBytes;) {
    const next = await reader.next()
    if (next.done) break
    chunks.push(next.value)
    held += next.value.length
  }
  const head = Buffer.concat(chunks)

  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value
    } finally {
      await close()
    }
  }
  return { head, bytes: all(), close }
}
