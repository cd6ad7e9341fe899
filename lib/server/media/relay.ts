import 'server-only'
import { AppError } from '@/lib/errors'
import type { Fetcher } from './fetcher'

export type RelayedMedia = {
  fetch: Fetcher
  url: string
  contentType: string
  /** A whole Content-Disposition value, from `contentDisposition`. */
  disposition?: string
}

/**
 * Passes a GET or HEAD with its range on to a link and the answer back, bytes unbuffered: how a clip
 * plays before it is saved. The link itself is never shown. Throws `gateway_error`.
 */
export async function relayMedia(request: Request, media: RelayedMedia): Promise<Response> {
  const range = request.headers.get('range')
  const answer = await media
    .fetch(media.url, { headers: range ? { range } : {}, signal: request.signal })
    .catch((cause: unknown) => {
      throw new AppError('gateway_error', 'The clip cannot be fetched just now.', { cause })
    })
  const body = toStream(answer.body)
  if (![200, 206, 416].includes(answer.status)) {
    await body.cancel()
    throw new AppError('gateway_error', 'The clip cannot be fetched just now.')
  }

  const headers = new Headers({
    'Content-Type': media.contentType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  for (const name of ['content-length', 'content-range']) {
    const value = answer.headers[name]
    if (value) headers.set(name, value)
  }
  if (media.disposition) headers.set('Content-Disposition', media.disposition)

  if (request.method === 'HEAD') await body.cancel()
  return new Response(request.method === 'HEAD' ? null : body, { status: answer.status, headers })
}

/** One chunk at a time, as the client takes them; its leaving ends the transfer. */
function toStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
