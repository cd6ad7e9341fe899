import 'server-only'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { readErrorCode, readListing, S3Error, type S3Listing } from './s3-answer'
import type { S3Settings } from './s3-settings'
import { createS3Signer, type S3Method, type S3Signer, type S3Target } from './s3-signer'
import type { ByteSpan, StoredMedia } from './storage'

/** One request. Header names are in lower case. Egress fits. */
export type S3Fetch = (
  url: string,
  init: {
    method: S3Method
    headers: Record<string, string>
    body?: Uint8Array | AsyncIterable<Uint8Array>
  },
) => Promise<S3Answer>

export type S3Answer = {
  status: number
  headers: Record<string, string | undefined>
  body: Readable
}

/** Bytes, or a stream of a known length that can be opened anew when a try has failed. */
export type S3Body = Uint8Array | { bytes: number; open(): AsyncIterable<Uint8Array> }

/** A part of an object under way. `end` is exclusive; both are places in the object. */
export type S3Part = { start: number; end: number; etag: string; body: Readable }

export type S3Client = {
  presign: S3Signer['presign']
  head(key: string): Promise<StoredMedia | null>
  /** Null when there is no such object. With `etag`, it throws when that is no longer the object's. */
  get(key: string, span?: ByteSpan, etag?: string): Promise<S3Part | null>
  put(key: string, body: S3Body): Promise<void>
  /** What is not there counts as deleted. */
  delete(key: string): Promise<void>
  /** All objects whose name begins so, in the order of their names. */
  list(prefix: string): AsyncGenerator<S3Listing['objects'][number]>
  /** Any other request that is answered with text. */
  send(target: S3Target, body?: Uint8Array): Promise<{ headers: S3Answer['headers']; text: string }>
}

/** Milliseconds before each try. A bucket that is busy says so with 503 and means it for a moment. */
const waits = [0, 100, 400]

/** Tries that fail are repeated, since none does harm when it is done twice. Throws S3Error, or what `fetch` throws. */
export function createS3Client(settings: S3Settings, fetch: S3Fetch): S3Client {
  const signer = createS3Signer(settings)

  async function once(target: S3Target, body?: S3Body): Promise<S3Answer> {
    const streamed = body !== undefined && 'open' in body
    const { url, headers } = await signer.sign(target, streamed ? undefined : body)
    if (streamed) headers['content-length'] = String(body.bytes)
    return fetch(url, { method: target.method, headers, body: streamed ? body.open() : body })
  }

  /** An answer of success, or one of the statuses that the caller expects. */
  async function ask(target: S3Target, body?: S3Body, expected: number[] = []): Promise<S3Answer> {
    let failure: unknown
    for (const wait of waits) {
      if (wait > 0) await delay(wait)
      try {
        const answer = await once(target, body)
        const { status } = answer
        if ((status >= 200 && status < 300) || expected.includes(status)) return answer
        failure = new S3Error(target.method, status, readErrorCode(await textOf(answer)))
        if (status < 500 && status !== 429) break
      } catch (error) {
        failure = error
      }
    }
    throw failure
  }

  async function send(target: S3Target, body?: S3Body, expected: number[] = []) {
    const { status, headers, ...answer } = await ask(target, body, expected)
    return { status, headers, text: await textOf(answer) }
  }

  return {
    presign: signer.presign,
    send,

    async head(key) {
      const { status, headers } = await send({ method: 'HEAD', key }, undefined, [404])
      if (status === 404) return null
      return {
        bytes: Number(headers['content-length']),
        modifiedAt: new Date(headers['last-modified'] ?? ''),
      }
    },

    async get(key, span, etag) {
      const headers: Record<string, string> = {}
      if (span) headers['range'] = `bytes=${span.start}-${span.end}`
      if (etag) headers['if-match'] = etag
      const answer = await ask({ method: 'GET', key, headers }, undefined, [404, 416])
      const code = answer.status < 400 ? '' : readErrorCode(await textOf(answer))
      // A bucket that is not there must not look like one that is empty.
      if (code === 'NoSuchBucket') throw new S3Error('GET', answer.status, code)
      if (answer.status === 404) return null
      // Past the end: a part without bytes.
      const length = answer.status === 416 ? 0 : Number(answer.headers['content-length'])
      const start = answer.status === 200 ? 0 : (span?.start ?? 0)
      return { start, end: start + length, etag: answer.headers['etag'] ?? '', body: answer.body }
    },

    async put(key, body) {
      await send({ method: 'PUT', key }, body)
    },

    async delete(key) {
      await send({ method: 'DELETE', key }, undefined, [404])
    },

    async *list(prefix) {
      // The first version of the listing: every server has it, and a name is all it needs to go on.
      for (let marker: string | undefined = ''; marker !== undefined;) {
        const query: Record<string, string> = marker ? { prefix, marker } : { prefix }
        const { text } = await send({ method: 'GET', query })
        const { objects, truncated } = readListing(text)
        yield* objects
        marker = truncated ? objects.at(-1)?.name : undefined
      }
    },
  }
}

async function textOf({ body }: Pick<S3Answer, 'body'>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
