import 'server-only'
import type { Readable } from 'node:stream'
import type { S3Client, S3Part } from './s3-client'
import type { ByteSpan } from './storage'
import { streamOf } from './stream-of'

const pieceBytes = 64 * 1024

/** How often in a row a transfer may break without having brought a byte. */
const mostBreaks = 3

export type StreamOptions = {
  /**
   * Milliseconds for which a transfer that nobody takes bytes from is kept open. A player that was
   * paused, or a response that nobody came to fetch, holds no connection for longer; whoever takes
   * the next byte gets a new one.
   */
  idle?: number
}

/** An object, or a span of it, in pieces. A transfer that breaks is continued; null when there is no object. */
export async function streamObject(
  client: S3Client,
  key: string,
  span?: ByteSpan,
  { idle = 10_000 }: StreamOptions = {},
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const first = await client.get(key, span)
  if (!first) return null
  const { start, end, etag } = first
  if (span && start !== span.start) throw new Error('The bucket knows no ranges')
  const transfer = keepTransfer(first, idle, async (position) => {
    const part = await client.get(key, { start: position, end: end - 1 }, etag)
    if (part?.start !== position) throw new Error('An object changed while it was being read')
    return part
  })

  async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      for (let position = start, breaks = 0; position < end;) {
        try {
          const chunk = await transfer.next(position)
          breaks = 0
          for (let at = 0; at < chunk.length; at += pieceBytes) {
            yield new Uint8Array(chunk.subarray(at, at + pieceBytes))
          }
          position += chunk.length
        } catch (error) {
          transfer.drop()
          breaks += 1
          if (breaks >= mostBreaks || transfer.left) throw error
        }
      }
    } finally {
      transfer.drop()
    }
  }
  return streamOf(pieces(), transfer.leave)
}

type Transfer = {
  next(position: number): Promise<Uint8Array>
  drop(): void
  /** Breaks off for good, even in the middle of `next`. */
  leave(): void
  readonly left: boolean
}

/** One transfer at a time, opened anew where the last one was left. */
function keepTransfer(
  first: S3Part,
  idle: number,
  open: (position: number) => Promise<S3Part>,
): Transfer {
  let current: { body: Readable; chunks: AsyncIterator<Uint8Array> } | null = begin(first)
  let timer = wait()
  let left = false

  function begin({ body }: S3Part) {
    // Also what breaks while nobody is reading must not be thrown at the process.
    body.on('error', () => undefined)
    return { body, chunks: body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array> }
  }
  function drop() {
    clearTimeout(timer)
    current?.body.destroy()
    current = null
  }
  function wait() {
    return setTimeout(drop, idle).unref()
  }

  return {
    drop,
    leave() {
      left = true
      drop()
    },
    get left() {
      return left
    },
    async next(position) {
      clearTimeout(timer)
      current ??= begin(await open(position))
      const next = await current.chunks.next()
      if (next.done) throw new Error('A transfer ended too early')
      timer = wait()
      return next.value
    },
  }
}
