import 'server-only'
import { randomUUID } from 'node:crypto'

/** A file on its way to the gateway. `bytes` is its whole size. */
export type OutgoingFile = {
  /** With the extension by which the gateway tells the type (protocol §5.1). */
  name: string
  /** MIME type. */
  type: string
  bytes: number
  stream: AsyncIterable<Uint8Array>
}

export type StreamedBody = { type: string; bytes: number; stream: AsyncIterable<Uint8Array> }

/** A `multipart/form-data` body of one part named `file`, of a length known beforehand. */
export function multipartFile(file: OutgoingFile): StreamedBody {
  const boundary = `dailies-${randomUUID()}`
  const head = Buffer.from(
    `--${boundary}\r\n` +
      `Content-Disposition: form-data; name="file"; filename="${plainName(file.name)}"\r\n` +
      `Content-Type: ${file.type}\r\n\r\n`,
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  async function* parts() {
    yield head
    yield* file.stream
    yield tail
  }
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + file.bytes + tail.length,
    stream: parts(),
  }
}

/** Names in other scripts are written differently by every server; the gateway needs the extension alone. */
function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-')
}
