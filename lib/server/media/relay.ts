import 'server-only'
import { AppError } from '@/lib/errors'
import type { Fetcher } from './fetcher'
import { mediaHeaders } from './media-headers'
import { openBody, type OpenBody } from './open-body'

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
  const { signal } = request
  const answer = await reachable(
    media.fetch(media.url, { headers: range ? { range } : {}, signal }),
  )
  const body = await reachable(openBody(answer.body, 1))
  if (![200, 206, 416].includes(answer.status)) {
    await body.close()
    throw unreachable()
  }

  const headers = new Headers(mediaHeaders)
  headers.set('Cache-Control', 'private, no-store')
  headers.set('Content-Type', media.contentType)
  for (const name of ['content-length', 'content-range']) {
    const value = answer.headers[name]
    if (value) headers.set(name, value)
  }
  if (media.disposition) headers.set('Content-Disposition', media.disposition)

  if (request.method !== 'HEAD')
    return new Response(toStream(body), { status: answer.status, headers })
  await body.close()
  return new Response(null, { status: answer.status, headers })
}

/** One chunk at a time, as the client takes them; its leaving ends the transfer. */
function toStream({ bytes, close }: OpenBody): ReadableStream<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}

async function reachable<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (cause) {
    throw unreachable(cause)
  }
}

function unreachable(cause?: unknown): AppError {
  return new AppError('gateway_error', 'The clip cannot be fetched just now.', { cause })
}
