import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { NewShare, Share, ShareLife, SharePatch } from '@/lib/schemas/share'
import type { Context } from '@/lib/server/context'
import { getOwnTask } from '@/lib/server/tasks/service'
import { isUuid } from '@/lib/server/uuid'
import { toShare } from './dto'
import { isShareable } from './open-share'
import {
  countShares,
  findShare,
  insertShare,
  sharesOf,
  updateShare,
  type ShareRow,
  type SharedTask,
} from './store'
import { shareToken } from './token'

/** Enough for anybody who keeps an eye on them. */
const mostShares = 50

const day = 24 * 3600 * 1000
const milliseconds: Record<ShareLife, number | null> = {
  '1d': day,
  '1w': 7 * day,
  '2w': 14 * day,
  never: null,
}

/** Whoever calls, and where the links that are answered shall lead. */
type Caller = { member: Member; origin: string }

/** The links of a task, ended ones too. Throws `not_found`, `forbidden`. */
export async function listShares(
  context: Context,
  { member, origin }: Caller,
  taskId: string,
): Promise<Share[]> {
  await getOwnTask(context, member, taskId)
  const rows = await sharesOf(context.db, taskId)
  return Promise.all(rows.map((row) => answer(context, origin, row)))
}

/** A link to a clip of the member's own, or to any for an admin. Throws `not_found`, `forbidden`, `conflict`. */
export async function makeShare(
  context: Context,
  { member, origin }: Caller,
  taskId: string,
  { expires, ...choice }: NewShare,
): Promise<Share> {
  const task = await getOwnTask(context, member, taskId)
  if (!isShareable(task)) {
    throw new AppError('conflict', 'A clip can be shared once it is saved, and while it is shown.')
  }
  if ((await countShares(context.db, taskId)) >= mostShares) {
    throw new AppError('conflict', `A clip has at most ${mostShares} links.`)
  }
  const now = context.clock.now()
  const row = await insertShare(context.db, {
    ...columns(choice),
    taskId,
    authorId: member.id,
    createdAt: now,
    expiresAt: endOf(expires, now),
  })
  return answer(context, origin, row)
}

/** Throws `not_found`, `forbidden`. */
export async function changeShare(
  context: Context,
  { member, origin }: Caller,
  id: string,
  { expires, ...choice }: SharePatch,
): Promise<Share> {
  const { id: known } = await getShare(context, member, id)
  const expiresAt = expires && endOf(expires, context.clock.now())
  const row = await updateShare(context.db, known, { ...columns(choice), expiresAt })
  if (!row) throw notThere()
  return answer(context, origin, row)
}

/** Takes a link back, for good. Throws `not_found`, `forbidden`. */
export async function revokeShare(context: Context, member: Member, id: string): Promise<void> {
  const { id: known } = await getShare(context, member, id)
  await updateShare(context.db, known, { revokedAt: context.clock.now() })
}

/** A link that stands, of a task that the member may change. */
async function getShare(context: Context, member: Member, id: string): Promise<SharedTask> {
  const row = isUuid(id) ? await findShare(context.db, id) : null
  if (!row || row.revokedAt) throw notThere()
  await getOwnTask(context, member, row.taskId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? notThere() : error
  })
  return row
}

async function answer(context: Context, origin: string, row: ShareRow): Promise<Share> {
  return toShare(row, `${origin}/share/${await shareToken(context, row.id)}`)
}

function columns({
  caption,
  show_prompt,
  show_settings,
  allow_download,
}: Omit<SharePatch, 'expires'>) {
  return {
    caption,
    showPrompt: show_prompt,
    showSettings: show_settings,
    allowDownload: allow_download,
  }
}

function endOf(life: ShareLife, now: Date): Date | null {
  const length = milliseconds[life]
  return length === null ? null : new Date(now.getTime() + length)
}

const notThere = () => new AppError('not_found', 'There is no such link.')
