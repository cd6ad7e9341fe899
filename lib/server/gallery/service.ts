import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { GalleryAround, GalleryDays, GalleryFacets, TileList } from '@/lib/schemas/gallery'
import type { GalleryFilter, GalleryQuery } from '@/lib/schemas/gallery-query'
import type { Context } from '@/lib/server/context'
import { readCursor, toCursor } from '@/lib/server/db/keyset'
import { findNamed } from '@/lib/server/search/store'
import { toFacets, toTile } from './dto'
import { countTiles, findAround, findDays, findFacets, findPlace, findTiles } from './store'
import type { Selection } from './where'

/** One page of finished clips. Throws `invalid_input` for a foreign cursor. */
export async function listTiles(
  context: Context,
  member: Member,
  { cursor, limit, ...filter }: GalleryQuery,
): Promise<TileList> {
  const after = cursor ? readCursor(cursor) : null
  const selection = await select(context, member, filter)
  const rows = await findTiles(context.db, selection, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last
  return {
    data: page.map(toTile),
    next_cursor: more ? toCursor({ createdAt: last.created_at, id: last.id }) : null,
  }
}

/** The days of the filtered list, without its clips: how long it is, and where a month lies in it. */
export async function listDays(
  context: Context,
  member: Member,
  filter: GalleryFilter,
): Promise<GalleryDays> {
  const { sort, zone, hidden, ...narrowed } = filter
  const find = async () => findDays(context.db, await select(context, member, filter))
  const count = () => {
    const everything = { hidden: false, sort, zone }
    return countTiles(context.db, { member, named: nothingNamed, filter: everything })
  }
  const isNarrowed = hidden || Object.values(narrowed).some((value) => value !== undefined)
  const [data, all] = await Promise.all([find(), isNarrowed ? count() : null])
  const total = data.reduce((sum, one) => sum + one.count, 0)
  return { data, total, all: all ?? total }
}

/** Where a clip stands among those that the filters leave. Throws `not_found`. */
export async function aroundTile(
  context: Context,
  member: Member,
  { id, ...filter }: GalleryFilter & { id: string },
): Promise<GalleryAround> {
  const [place, selection] = await Promise.all([
    findPlace(context.db, member, id),
    select(context, member, filter),
  ])
  if (!place) throw new AppError('not_found', 'There is no such task.')
  const { before, total, included, previous, next } = await findAround(context.db, selection, place)
  return { index: included ? before + 1 : null, total, previous, next }
}

/** What there is to filter by. */
export async function galleryFacets(context: Context, member: Member): Promise<GalleryFacets> {
  return toFacets(await findFacets(context.db, member))
}

const nothingNamed = { authors: [], tasks: [] }

async function select(context: Context, member: Member, filter: GalleryFilter): Promise<Selection> {
  const named = filter.q ? await findNamed(context.db, filter.q) : nothingNamed
  return { filter, named, member }
}
