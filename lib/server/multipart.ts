import 'server-only'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { AppError } from '@/lib/errors'
import { refusal } from './media/refusal'

export type FilePart = { name: string; bytes: AsyncIterable<Uint8Array> }

const limits = {
  files: 1,
  fields: 8,
  fieldSize: 1_000,
  parts: 9,
  headerPairs: 20,
  headerSize: 8 * 1024,
}

/** Text parts and all that a form may have before its file. */
const maxBytesBefore = 1024 * 1024

/** What is still read of a body of unknown length after its answer is known. */
const politeBytes = 64 * 1024 * 1024

/**
 * Streams a form's part `file` to `take`, with the text parts that came before it. Nothing is held
 * but a chunk. Throws 415 for another body than a form, `file_missing`, `upload_broken`, and what
 * `take` throws.
 */
export async function readMultipart<T>(
  request: Request,
  take: (file: FilePart, fields: Record<string, string>) => Promise<T>,
): Promise<T> {
  const parser = parserFor(request.headers.get('content-type') ?? '')
  if (!request.body) throw refusal('file_missing')
  const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>)
  const fields: Record<string, string> = {}

  return new Promise<T>((resolve, reject) => {
    let taken: Promise<void> | undefined
    let part: Readable | undefined
    let before = 0
    const end = () => {
      body.off('data', count).unpipe(parser)
      discard(body, Number(request.headers.get('content-length') ?? politeBytes))
    }
    const fail = (error: unknown) => {
      reject(error)
      end()
    }
    const broken = (cause: unknown) => {
      const error = refusal('upload_broken', { cause })
      part?.destroy(error)
      if (!taken) fail(error)
    }
    const count = (chunk: Uint8Array) => {
      before += chunk.length
      if (!taken && before > maxBytesBefore) fail(refusal('file_missing'))
    }

    parser.on('field', (name, value) => void (fields[name] ??= value))
    parser.on('file', (field, stream, name) => {
      stream.on('error', () => undefined)
      if (field !== 'file') return void stream.resume()
      part = stream
      const file = { name: name ?? '', bytes: unbroken(stream) }
      taken = take(file, fields).then(resolve, reject).then(end)
    })
    parser.once('finish', () => {
      if (!taken) fail(refusal('file_missing'))
    })
    parser.on('error', broken)
    body.on('error', broken).pipe(parser)
    // After the parser has seen the same chunk.
    body.on('data', count)
  })
}

function parserFor(type: string) {
  if (!/^multipart\/form-data\b/i.test(type)) throw notForm()
  try {
    return new Busboy({ headers: { 'content-type': type }, limits, defCharset: 'utf8' })
  } catch (cause) {
    throw notForm(cause)
  }
}

function notForm(cause?: unknown): AppError {
  return new AppError('unsupported_media_type', 'Send a form as multipart/form-data.', { cause })
}

/** However the body ends too early, it is called the same. */
async function* unbroken(part: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of part) yield chunk as Uint8Array
  } catch (cause) {
    throw refusal('upload_broken', { cause })
  }
}

/** Reads on for a while: a server that closes while a browser still sends is never heard by it. */
function discard(body: Readable, most: number): void {
  let left = most
  body.on('data', (chunk: Uint8Array) => {
    left -= chunk.length
    if (left < 0) body.destroy()
  })
  body.resume()
}
