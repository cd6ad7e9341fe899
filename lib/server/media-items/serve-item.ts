import 'server-only'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { contentDisposition } from '@/lib/server/media/disposition'
import { serveMedia } from '@/lib/server/media/serve'
import { mediaKey } from '@/lib/server/media/storage'
import { mediaById } from './service'

/** An item's bytes, to GET and HEAD with single ranges. Throws `not_found`. */
export async function serveContent(
  context: Context,
  request: Request,
  id: string,
): Promise<Response> {
  const row = await mediaById(context, id)
  return serveMedia(request, {
    storage: context.storage,
    key: mediaKey(row.key),
    bytes: Number(row.bytes),
    etag: row.sha256,
    contentType: row.type,
    lastModified: row.createdAt,
    disposition: contentDisposition('inline', row.name),
  })
}

/** Its small picture. Throws `not_found`. */
export async function serveThumbnail(
  context: Context,
  request: Request,
  id: string,
): Promise<Response> {
  const row = await mediaById(context, id)
  const key = row.thumbKey && mediaKey(row.thumbKey)
  const stored = key ? await context.storage.head(key) : null
  if (!key || !stored) throw new AppError('not_found', 'This item has no picture.')
  return serveMedia(request, {
    storage: context.storage,
    key,
    bytes: stored.bytes,
    etag: `${row.sha256}-thumb`,
    contentType: 'image/webp',
    lastModified: row.createdAt,
  })
}
