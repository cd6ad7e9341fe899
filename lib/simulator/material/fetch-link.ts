import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { fetch, type Agent } from 'undici'
import { Unfetchable } from './unfetchable'

export type FetchLimits = {
  /** Milliseconds for everything, the last byte included. */
  timeout: number
  bytes: number
}

export type FetchOptions = {
  agent: Agent
  /** Ends the fetch without a verdict: the reason is thrown as it is. */
  stopping: AbortSignal
  limits: FetchLimits
}

/**
 * Fetches a link to the file `path`. Redirects are followed where they stay http(s). Not the global
 * `fetch`: a framework may have put its own in its place. Throws `Unfetchable`.
 */
export async function fetchLink(
  url: string,
  path: string,
  { agent, stopping, limits }: FetchOptions,
): Promise<{ sha256: string; bytes: number; type: string }> {
  const timeout = AbortSignal.timeout(limits.timeout)
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.any([timeout, stopping]),
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Unfetchable('answer', `HTTP ${response.status}`)
    }
    const written = await writeTo(path, response.body ?? [], limits.bytes)
    return { ...written, type: response.headers.get('content-type') ?? '' }
  } catch (error) {
    stopping.throwIfAborted()
    if (error instanceof Unfetchable) throw error
    if (timeout.aborted) throw new Unfetchable('timeout', `no answer in ${limits.timeout} ms`)
    throw new Unfetchable('connection', reasonOf(error))
  }
}

async function writeTo(path: string, chunks: AsyncIterable<Uint8Array> | [], most: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'w')
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) throw new Unfetchable('answer', `more than ${most} bytes`)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** undici says "fetch failed" and keeps the reason beneath. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
