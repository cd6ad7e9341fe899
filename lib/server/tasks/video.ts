import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'
import { contentDisposition } from '@/lib/server/media/disposition'
import { downloadName } from '@/lib/server/media/download-name'
import { relayMedia } from '@/lib/server/media/relay'
import { serveMedia } from '@/lib/server/media/serve'
import { mediaKey } from '@/lib/server/media/storage'
import { getTask } from './service'

/**
 * A task's video: from our storage once it is saved, through us from the gateway until then. Answers
 * GET and HEAD with single ranges. Throws `not_found`.
 */
export async function serveVideo(
  context: Context,
  member: Member,
  request: Request,
  id: string,
  { asDownload = false } = {},
): Promise<Response> {
  const row = await getTask(context, member, id)
  const disposition = asDownload
    ? contentDisposition('attachment', downloadName(row, 'mp4'))
    : undefined
  if (row.archive === 'saved' && row.videoKey && row.sha256) {
    return serveMedia(request, {
      storage: context.storage,
      key: mediaKey(row.videoKey),
      bytes: Number(row.bytes),
      etag: row.sha256,
      contentType: 'video/mp4',
      lastModified: row.savedAt ?? row.createdAt,
      disposition,
    })
  }
  if (row.archive === 'pending' && row.linkUrl) {
    const fetch = context.egress.request
    return relayMedia(request, { fetch, url: row.linkUrl, contentType: 'video/mp4', disposition })
  }
  throw new AppError('not_found', 'This task has no video.')
}
