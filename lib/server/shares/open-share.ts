import 'server-only'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import type { TaskRow } from '@/lib/server/tasks/store'
import { findShare, type SharedTask } from './store'
import { readShareToken } from './token'

/** A share whose clip can be shown. */
export type OpenShare = SharedTask & { task: ShareableTask }
type ShareableTask = TaskRow & { videoKey: string; sha256: string }

/** Whether a link may lead to it: saved with us, and not hidden. */
export function isShareable(task: TaskRow): task is ShareableTask {
  const saved = task.archive === 'saved' && task.videoKey !== null && task.sha256 !== null
  return saved && task.hiddenAt === null
}

/**
 * What a link opens; the only thing that the page and its files go by. Forged, taken back, ended, hidden
 * or not saved: each is the same `not_found`, so that nobody learns which.
 */
export async function openShare(context: Context, token: string): Promise<OpenShare> {
  const id = await readShareToken(context, token)
  const share = id && (await findShare(context.db, id))
  if (!share || share.revokedAt || hasEnded(context, share) || !isShareable(share.task)) {
    throw new AppError('not_found', 'There is nothing here.')
  }
  return { ...share, task: share.task }
}

function hasEnded({ clock }: Context, { expiresAt }: SharedTask): boolean {
  return expiresAt !== null && expiresAt <= clock.now()
}
