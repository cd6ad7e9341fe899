import 'server-only'
import { AppError } from '@/lib/errors'
import { mayChange } from '@/lib/models/access'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Member } from '@/lib/models/member'
import { mediaReference } from '@/lib/models/reference'
import type { MediaList } from '@/lib/schemas/media'
import type { MediaQuery } from '@/lib/schemas/media-query'
import type { AssetRow } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import { readCursor, toCursor } from '@/lib/server/db/keyset'
import { mediaKey } from '@/lib/server/media/storage'
import { isUuid } from '@/lib/server/uuid'
import { toFacts, toMedia } from './dto'
import {
  deleteUnused,
  findMedia,
  findMediaByIds,
  hideMedia,
  pageOfMedia,
  type MediaRow,
} from './store'

/** One page, newest first, or exactly the items asked for. Throws `invalid_input` for a foreign cursor. */
export async function listMedia(context: Context, query: MediaQuery): Promise<MediaList> {
  return (await listWithDue(context, query)).list
}

/** The same, and those of the items' assets that the engine may move now. */
export async function listWithDue(
  context: Context,
  query: MediaQuery,
): Promise<{ list: MediaList; due: AssetRow[] }> {
  const { rows, next_cursor } = await readRows(context, query)
  const now = context.clock.now()
  const assets = rows.flatMap((row) => row.assets)
  return {
    list: { data: rows.map(toMedia), next_cursor },
    due: assets.filter(({ dueAt }) => dueAt !== null && dueAt <= now),
  }
}

async function readRows({ db }: Context, { cursor, limit, ids, ...filter }: MediaQuery) {
  if (ids) return { rows: await findMediaByIds(db, ids), next_cursor: null }
  const after = cursor ? readCursor(cursor) : null
  const rows = await pageOfMedia(db, filter, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next_cursor: rows.length > limit && last ? toCursor(last) : null }
}

/** Throws `not_found`. */
export async function mediaById(context: Context, id: string): Promise<MediaRow> {
  const row = isUuid(id) ? await findMedia(context.db, id) : null
  if (!row) throw new AppError('not_found', 'There is no such item.')
  return row
}

/**
 * Removes an item with its bytes: one's own, or as an admin. One that a task names is only hidden: the
 * task's record stays whole. Throws `not_found`, `forbidden`.
 */
export async function deleteMedia(context: Context, member: Member, id: string): Promise<void> {
  const row = await mediaById(context, id)
  if (!mayChange(member, row)) throw new AppError('forbidden', 'This item is somebody else’s.')
  if (!(await deleteUnused(context.db, row.id))) {
    await hideMedia(context.db, row.id, context.clock.now())
    return
  }
  await context.storage.remove(mediaKey(row.key))
  if (row.thumbKey) await context.storage.remove(mediaKey(row.thumbKey))
}

/** What is known of these items, to be looked up by reference (`media://` and the id). */
export async function mediaFactsOf(context: Context, ids: readonly string[]): Promise<FactsOf> {
  const rows = await findMediaByIds(context.db, ids.filter(isUuid))
  const facts = new Map(rows.map((row) => [mediaReference(row.id), toFacts(row)]))
  return (reference) => facts.get(reference)
}
