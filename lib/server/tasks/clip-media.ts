import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { ClipMedia } from '@/lib/schemas/media'
import type { Context } from '@/lib/server/context'
import { ingest, type Ingested } from '@/lib/server/media-items/ingest'
import { downloadName } from '@/lib/server/media/download-name'
import { lastFrame } from '@/lib/server/media/last-frame'
import { mediaKey } from '@/lib/server/media/storage'
import { getTask } from './service'

/**
 * Makes material of a finished clip: a copy of its own, so that either may be deleted. Throws
 * `not_found`, `conflict` (not saved yet, or a frame without ffmpeg: the browser can take one), and the
 * refusals of files.
 */
export async function mediaFromClip(
  context: Context,
  member: Member,
  id: string,
  wish: ClipMedia,
): Promise<Ingested> {
  const row = await getTask(context, member, id)
  if (row.archive !== 'saved' || !row.videoKey) {
    throw new AppError('conflict', 'This clip is not saved yet.')
  }
  const key = mediaKey(row.videoKey)
  if (wish.use === 'clip') {
    const bytes = await context.storage.read(key)
    if (!bytes) throw new AppError('not_found', 'The clip is not in storage any more.')
    return ingest(context, {
      bytes,
      name: downloadName(row, 'mp4'),
      origin: 'clip',
      author: member,
      taskId: row.id,
    })
  }
  const { ffmpeg } = context
  if (!ffmpeg) throw needsFfmpeg()
  const at = wish.use === 'frame' ? wish.at : undefined
  const frame = await context.storage.withFile(key, (path) => lastFrame(ffmpeg, path, at))
  if (!frame) throw new AppError('conflict', 'No frame could be read from this clip.')
  return ingest(context, {
    bytes: once(frame),
    name: downloadName(row, 'png'),
    origin: 'frame',
    author: member,
    taskId: row.id,
  })
}

function needsFfmpeg(): AppError {
  const message = 'The server has no ffmpeg; upload the frame with made_from_task instead.'
  return new AppError('conflict', message, {
    fields: { use: [{ code: 'fix_needs_ffmpeg', message }] },
  })
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
