import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { contentDisposition } from '@/lib/server/media/disposition'
import { serveMedia } from '@/lib/server/media/serve'
import { mediaKey } from '@/lib/server/media/storage'
import { safeName } from '@/lib/server/media/safe-name'
import { openShare, type OpenShare } from './open-share'

/** The clip, to GET and HEAD with single ranges. Throws `not_found`. */
export async function serveSharedVideo(
  context: Context,
  request: Request,
  token: string,
): Promise<Response> {
  return video(context, request, await openShare(context, token))
}

/** The clip as a file, where the share allows that. Throws `not_found`. */
export async function serveSharedDownload(
  context: Context,
  request: Request,
  token: string,
): Promise<Response> {
  const share = await openShare(context, token)
  if (!share.allowDownload) throw new AppError('not_found', 'There is nothing here.')
  const name = `${safeName(share.caption) || 'Clip'}.mp4`
  return video(context, request, share, contentDisposition('attachment', name))
}

/** Its picture. Throws `not_found`. */
export async function serveSharedPoster(
  context: Context,
  request: Request,
  token: string,
): Promise<Response> {
  const share = await openShare(context, token)
  const key = share.task.posterKey && mediaKey(share.task.posterKey)
  const stored = key ? await context.storage.head(key) : null
  if (!key || !stored) throw new AppError('not_found', 'There is nothing here.')
  return discreet(
    await serveMedia(request, {
      storage: context.storage,
      key,
      bytes: stored.bytes,
      etag: tagOf(share, key),
      contentType: 'image/jpeg',
      lastModified: share.createdAt,
    }),
  )
}

async function video(
  context: Context,
  request: Request,
  share: OpenShare,
  disposition?: string,
): Promise<Response> {
  const { videoKey, bytes } = share.task
  return discreet(
    await serveMedia(request, {
      storage: context.storage,
      key: mediaKey(videoKey),
      bytes: Number(bytes),
      etag: tagOf(share, videoKey),
      contentType: 'video/mp4',
      // Not when it was made: that is nobody's business.
      lastModified: share.createdAt,
      disposition,
    }),
  )
}

/** Names in storage hold the task's id: strangers get a digest of them. */
function tagOf(share: OpenShare, key: string): string {
  return createHash('sha256').update(`${share.id}\n${key}`).digest('base64url')
}

/** What a link opened stays open no longer than the link: a browser asks each time, and tells nobody. */
function discreet(response: Response): Response {
  response.headers.set('Cache-Control', 'private, no-cache')
  response.headers.set('Referrer-Policy', 'no-referrer')
  response.headers.set('X-Robots-Tag', 'noindex')
  return response
}
