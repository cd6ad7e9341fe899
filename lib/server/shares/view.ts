import 'server-only'
import { isAtLeast, maySee } from '@/lib/models/access'
import type { Member } from '@/lib/models/member'
import type { TaskInput } from '@/lib/models/task-input'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { readInput } from '@/lib/server/tasks/dto'
import { openShare, type OpenShare } from './open-share'

/** Everything that the page of a share may know; what was not chosen is null. */
export type ShareView = {
  caption: string
  sharedAt: Date
  endsAt: Date | null
  /** Width by height. */
  ratio: number
  /** Seconds; 0 until measured. */
  seconds: number
  sound: boolean
  poster: boolean
  /** Bytes of the file that may be downloaded. */
  download: number | null
  prompt: string | null
  settings: Pick<TaskInput, 'model' | 'duration' | 'resolution' | 'ratio' | 'orientation'> | null
}

export function viewShare(share: OpenShare): ShareView {
  const { task } = share
  const { prompt, model, duration, resolution, ratio, orientation } = readInput(task)
  return {
    caption: share.caption,
    sharedAt: share.createdAt,
    endsAt: share.expiresAt,
    ratio: task.width && task.height ? task.width / task.height : 16 / 9,
    seconds: task.duration ?? 0,
    sound: task.sound !== false,
    poster: task.posterKey !== null,
    download: share.allowDownload ? Number(task.bytes) : null,
    prompt: share.showPrompt ? prompt : null,
    settings: share.showSettings ? { model, duration, resolution, ratio, orientation } : null,
  }
}

/** Whether this reader can go on from it: members who make clips and may see the task itself. */
export function mayVary(member: Member | null, { task }: OpenShare): boolean {
  return member !== null && isAtLeast(member, 'creator') && maySee(member, task)
}

/** The input behind a share, for a member's own draft. Throws `not_found`. */
export async function inputOfShare(
  context: Context,
  member: Member,
  token: string,
): Promise<{ input: TaskInput; title: string | null }> {
  const share = await openShare(context, token)
  if (!mayVary(member, share)) throw new AppError('not_found', 'There is nothing here.')
  return { input: readInput(share.task), title: share.task.title }
}
