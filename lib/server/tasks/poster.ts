import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'
import { acceptPoster } from '@/lib/server/media/accept-poster'
import { serveMedia } from '@/lib/server/media/serve'
import { mediaKey } from '@/lib/server/media/storage'
import { makeThumbnail } from '@/lib/server/media/thumbnail'
import { getTask } from './service'
import { setPoster } from './store'

/** Throws `not_found`. */
export async function servePoster(
  context: Context,
  member: Member,
  request: Request,
  id: string,
): Promise<Response> {
  const row = await getTask(context, member, id)
  const key = row.posterKey && mediaKey(row.posterKey)
  const stored = key ? await context.storage.head(key) : null
  if (!key || !stored) throw new AppError('not_found', 'This task has no poster.')
  return serveMedia(request, {
    storage: context.storage,
    key,
    bytes: stored.bytes,
    etag: `${row.id}-${stored.modifiedAt.getTime()}`,
    contentType: 'image/jpeg',
    lastModified: stored.modifiedAt,
  })
}

/**
 * Takes the poster a browser made where the server has no ffmpeg; the first one stays. Throws
 * `not_found`, `conflict`, `payload_too_large`, `unsupported_media_type`.
 */
export async function savePoster(
  context: Context,
  member: Member,
  id: string,
  bytes: Uint8Array,
): Promise<void> {
  const row = await getTask(context, member, id)
  if (row.archive !== 'saved' || row.posterKey) {
    throw new AppError('conflict', 'This task takes no poster now.')
  }
  const key = mediaKey(`${row.id}-poster.jpg`)
  const poster = await acceptPoster(bytes)
  await context.storage.write(key, [poster])
  const { thumbhash } = await makeThumbnail(poster)
  await setPoster(context.db, row.id, { posterKey: key, thumbhash })
}
