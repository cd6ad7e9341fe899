import 'server-only'
import { makeZip } from 'client-zip'
import { streamOf } from '@/lib/server/media/stream-of'

type Bytes = Uint8Array<ArrayBuffer>

/** A file of an archive. `broken` is told when reading it broke off: what had come by then stays. */
export type ZipFile =
  | { name: string; date: Date; text: string }
  | { name: string; date: Date; body: ReadableStream<Bytes>; bytes: number; broken: () => void }

/**
 * Files, as they are asked for, as one ZIP: stored, not deflated, in ZIP64 where it takes that. It holds
 * one piece of one file; whoever leaves early closes the file being read, and no other is opened.
 */
export function zipStream(files: AsyncGenerator<ZipFile>): ReadableStream<Bytes> {
  let reading: ReadableStreamDefaultReader<Bytes> | null = null
  let left = false

  async function* contents({ body, bytes, broken }: Extract<ZipFile, { body: unknown }>) {
    reading = body.getReader()
    let position = 0
    try {
      for (;;) {
        const { done, value } = await reading.read()
        if (done) break
        position += value.length
        yield value
      }
      if (position !== bytes) broken()
    } catch {
      // The entry ends here, with a checksum of its own: the archive as a whole stays sound.
      broken()
    } finally {
      reading = null
    }
  }

  async function* inputs() {
    for await (const file of files) {
      if (left) return
      const { name, date: lastModified } = file
      const input = 'text' in file ? file.text : streamOf(contents(file))
      yield { name, lastModified, input }
    }
  }

  async function* pieces(): AsyncGenerator<Bytes> {
    // Never cancelled: it would throw at its own sources, where nobody catches it.
    const zip = makeZip(inputs()).getReader()
    for (;;) {
      const { done, value } = await zip.read()
      if (done) return
      yield value as Bytes
    }
  }

  return streamOf(pieces(), () => {
    left = true
    reading?.cancel().catch(() => undefined)
  })
}
