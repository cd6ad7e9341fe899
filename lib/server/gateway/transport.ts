import 'server-only'
import type { Egress, EgressTimeouts } from '@/lib/server/egress'
import { toEgressError, type EgressError } from '@/lib/server/egress-error'
import type { StreamedBody } from './multipart'

/** What one call came to: an answer that arrived whole, or a failure on the way. */
export type Reply =
  | { kind: 'answer'; status: number; retryAfter: number | undefined; text: string }
  | {
      kind: 'broken'
      error: EgressError
      /** HTTP status, when the answer had begun. */
      status: number | null
      retryAfter: number | undefined
    }

export type Call = {
  method: 'GET' | 'POST'
  path: string
  /** JSON. */
  body?: unknown
  file?: StreamedBody
  timeouts: EgressTimeouts
}

export type Transport = (call: Call) => Promise<Reply>

/** Answers are a few hundred bytes; the price catalogue is the longest. */
const maxBytes = 4 * 1024 * 1024

/** Calls below `baseUrl` with the key. Never throws: a failure on the way is a reply too. */
export function createTransport(options: {
  baseUrl: string
  key: string
  egress: Egress
  now: () => Date
}): Transport {
  const { egress, now, key } = options
  const base = options.baseUrl.replace(/\/+$/, '')

  return async ({ method, path, body, file, timeouts }) => {
    let status: number | null = null
    let retryAfter: number | undefined
    try {
      const response = await egress.request(base + path, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(file && { 'content-type': file.type, 'content-length': String(file.bytes) }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file.stream }),
        timeouts,
        maxBytes,
      })
      status = response.status
      retryAfter = readRetryAfter(response.headers['retry-after'], now())
      const chunks: Uint8Array[] = []
      for await (const chunk of response.body) chunks.push(chunk)
      return { kind: 'answer', status, retryAfter, text: Buffer.concat(chunks).toString('utf8') }
    } catch (error) {
      // What egress did not foresee counts as sent.
      return { kind: 'broken', error: toEgressError(error, true), status, retryAfter }
    }
  }
}

/** Seconds, from a number of seconds or a date (RFC 9110 §10.2.3). */
function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const seconds = Math.ceil((Date.parse(value) - now.getTime()) / 1_000)
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined
}
