import 'server-only'
import { open, type FileHandle } from 'node:fs/promises'
import { statFile } from './stat-file'
import type { ByteSpan } from './storage'

const chunkBytes = 64 * 1024

/**
 * A file, or a span of it, as a stream that holds one chunk. The file is opened at the first read
 * and closed at the end, on cancel and on error: a response nobody comes to fetch (Next drops the
 * body of a connection that is already gone without cancelling it) costs no descriptor. Null when
 * there is no such file.
 */
export async function streamFile(
  path: string,
  span?: ByteSpan,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const stored = await statFile(path)
  if (!stored) return null

  let position = span?.start ?? 0
  const end = Math.min(span ? span.end + 1 : stored.bytes, stored.bytes)
  let file: FileHandle | undefined
  let step: Promise<Uint8Array<ArrayBuffer>> | undefined

  async function nextChunk(): Promise<Uint8Array<ArrayBuffer>> {
    file ??= await open(path, 'r')
    const chunk = new Uint8Array(Math.min(chunkBytes, end - position))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    if (bytesRead === 0) throw new Error('A stored file is shorter than it was')
    position += bytesRead
    return chunk.subarray(0, bytesRead)
  }

  async function close(): Promise<void> {
    const opened = file
    file = undefined
    await opened?.close()
  }

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        if (position >= end) controller.close()
      },
      async pull(controller) {
        step = nextChunk()
        try {
          // Throws when the reader left meanwhile, which ends the same way.
          controller.enqueue(await step)
          if (position < end) return
        } catch (error) {
          await close()
          throw error
        }
        await close()
        controller.close()
      },
      async cancel() {
        await step?.catch(() => undefined)
        await close()
      },
    },
    { highWaterMark: 0 },
  )
}
