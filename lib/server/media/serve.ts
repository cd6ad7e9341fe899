import 'server-only'
import { AppError } from '@/lib/errors'
import type { ErrorBody } from '@/lib/schemas/error'
import { mediaHeaders } from './media-headers'
import { judgePreconditions, rangeMayApply } from './preconditions'
import { parseRange } from './range'
import type { MediaKey, Storage } from './storage'

export type ServedMedia = {
  storage: Storage
  key: MediaKey
  /** Size of the whole file. */
  bytes: number
  /** Opaque and without quotes (the SHA-256 serves well); it must change whenever the bytes do. */
  etag: string
  contentType: string
  lastModified: Date
  /** A whole Content-Disposition value, from `contentDisposition`. */
  disposition?: string
}

/**
 * Answers GET and HEAD with 200, 206, 304, 412 or 416; throws `not_found` when the file is gone.
 * A HEAD takes no notice of Range, which RFC 9110 §14.2 defines for GET alone.
 */
export async function serveMedia(request: Request, media: ServedMedia): Promise<Response> {
  const { storage, key, bytes, contentType, disposition } = media
  const validators = { etag: `"${media.etag}"`, lastModified: media.lastModified }
  const headers = new Headers(mediaHeaders)
  // A key's bytes never change, so a browser need not ask twice.
  headers.set('Cache-Control', 'private, max-age=31536000, immutable')
  headers.set('ETag', validators.etag)
  headers.set('Last-Modified', media.lastModified.toUTCString())

  const verdict = judgePreconditions(request.headers, validators)
  if (verdict === 'not_modified') return new Response(null, { status: 304, headers })
  if (verdict === 'precondition_failed') return new Response(null, { status: 412, headers })

  headers.set('Content-Type', contentType)
  if (disposition) headers.set('Content-Disposition', disposition)
  if (request.method === 'HEAD') {
    if (!(await storage.head(key))) throw gone()
    headers.set('Content-Length', String(bytes))
    return new Response(null, { headers })
  }

  const asked = rangeMayApply(request.headers, validators) ? request.headers.get('range') : null
  const range = parseRange(asked, bytes)
  if (range === 'unsatisfiable') return unsatisfiable(bytes)
  const body = await storage.read(key, range === 'whole' ? undefined : range)
  if (!body) throw gone()
  if (range === 'whole') {
    headers.set('Content-Length', String(bytes))
    return new Response(body, { headers })
  }
  headers.set('Content-Length', String(range.end - range.start + 1))
  headers.set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  return new Response(body, { status: 206, headers })
}

function unsatisfiable(bytes: number): Response {
  const body: ErrorBody = {
    error: {
      code: 'range_not_satisfiable',
      message: `The file has ${bytes} bytes; the range asked for lies outside.`,
    },
  }
  const headers = { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${bytes}` }
  return Response.json(body, { status: 416, headers })
}

function gone(): AppError {
  return new AppError('not_found', 'This file is not in storage.')
}
