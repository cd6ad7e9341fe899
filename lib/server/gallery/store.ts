import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Visibility } from '@/lib/schemas/task'
import type { Position } from '@/lib/server/db/keyset'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import { isFavouriteOf, newerThan, olderThan, visibleTo } from '@/lib/server/tasks/where'
import { filtered, foundBy, inGallery, ratio, selected, type Selection } from './where'

const { sql } = Prisma

/** Clips that a search reads one by one before it asks the index of words. */
const nearby = 1_500

export type TileRow = {
  id: string
  title: string | null
  prompt: string
  model: string
  line: string
  width: number | null
  height: number | null
  duration: number | null
  bytes: number | null
  sound: boolean | null
  author_id: string
  author: string
  favourite: boolean
  notes: number
  picked: boolean
  visibility: Visibility
  poster: boolean
  thumbhash: string | null
  take_group: string | null
  created_at: Date
  hidden: boolean
}

type Page = { after: Position | null; limit: number }

/** One page by keyset. What is on it the index says; only that is then read. */
export function tilesSql(selection: Selection, page: Page): Prisma.Sql {
  const { filter, member } = selection
  return sql`
    WITH ${idsSql(selection, page)}
    SELECT t.id::text, t.title, left(t.prompt, 200) AS prompt, t.model, t.line, t.width, t.height,
      t.duration, t.bytes::float8 AS bytes, t.sound, t.author_id, u.name AS author,
      ${isFavouriteOf(member.id)} AS favourite,
      (SELECT count(*)::int FROM note n WHERE n.task_id = t.id) AS notes,
      t.picked_by_id IS NOT NULL AS picked, t.visibility::text, t.poster_key IS NOT NULL AS poster,
      t.thumbhash, t.take_group::text, t.created_at, t.hidden_at IS NOT NULL AS hidden
    FROM page JOIN task t USING (id) JOIN "user" u ON u.id = t.author_id
    ORDER BY ${orderOf(filter.sort).by}`
}

/**
 * The ids of a page. How many clips a search finds, the planner cannot foretell where words go together
 * (the characters of a phrase do): so the next few of the list are read first, which finds a page of
 * what is common, and only where that fell short the index of words, which finds all of what is rare.
 */
function idsSql(selection: Selection, { after, limit }: Page): Prisma.Sql {
  const order = orderOf(selection.filter.sort)
  const rest = after ? sql`AND ${order.follows(after)}` : Prisma.empty
  const sought = foundBy(selection)
  const ordered = sql`ORDER BY ${order.by} LIMIT ${limit}`
  if (!sought) {
    return sql`page AS MATERIALIZED (
      SELECT t.id FROM task t WHERE ${filtered(selection)} ${rest} ${ordered}
    )`
  }
  return sql`
    near AS MATERIALIZED (
      SELECT t.id FROM (
        SELECT t.* FROM task t WHERE ${filtered(selection)} ${rest}
        ORDER BY ${order.by} LIMIT ${nearby}
      ) t WHERE ${sought} ${ordered}
    ),
    far AS MATERIALIZED (
      SELECT t.id FROM (
        SELECT t.id, t.created_at FROM task t
        WHERE (SELECT count(*) FROM near) < ${limit} AND ${selected(selection)} ${rest} OFFSET 0
      ) t ${ordered}
    ),
    page AS MATERIALIZED (
      SELECT id FROM far UNION SELECT id FROM near
    )`
}

export function findTiles(db: Db, ...page: Parameters<typeof tilesSql>): Promise<TileRow[]> {
  return db.$queryRaw(tilesSql(...page))
}

function orderOf(sort: 'newest' | 'oldest') {
  return sort === 'newest'
    ? { by: sql`t.created_at DESC, t.id DESC`, follows: olderThan, precedes: newerThan }
    : { by: sql`t.created_at, t.id`, follows: newerThan, precedes: olderThan }
}

export type DayRow = { day: string; count: number; seconds: number; ratio_sum: number }

export function daysSql(selection: Selection): Prisma.Sql {
  const { zone, sort } = selection.filter
  return sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, count, seconds, ratio_sum
    FROM (
      SELECT (t.created_at AT TIME ZONE ${zone})::date AS day, count(*)::int AS count,
        coalesce(sum(t.duration), 0) AS seconds, sum(${ratio}) AS ratio_sum
      FROM task t WHERE ${selected(selection)} GROUP BY 1
    ) days
    ORDER BY days.day ${sort === 'newest' ? sql`DESC` : sql`ASC`}`
}

export function findDays(db: Db, selection: Selection): Promise<DayRow[]> {
  return db.$queryRaw(daysSql(selection))
}

export async function countTiles(db: Db, selection: Selection): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM task t WHERE ${selected(selection)}`
  return row.count
}

/** Where a task stands, whatever the filters; null for one that the member may not see. */
export async function findPlace(db: Db, member: Member, id: string): Promise<Position | null> {
  const [row] = await db.$queryRaw<{ createdAt: Date }[]>`
    SELECT t.created_at AS "createdAt" FROM task t WHERE t.id = ${id}::uuid AND ${visibleTo(member)}`
  return row ? { ...row, id } : null
}

export type AroundRow = {
  before: number
  total: number
  included: boolean
  previous: string | null
  next: string | null
}

export async function findAround(
  db: Db,
  selection: Selection,
  place: Position,
): Promise<AroundRow> {
  const order = orderOf(selection.filter.sort)
  const back = orderOf(selection.filter.sort === 'newest' ? 'oldest' : 'newest')
  const where = selected(selection)
  const [row] = await db.$queryRaw<[AroundRow]>`
    SELECT counted.*,
      (SELECT t.id::text FROM task t WHERE ${where} AND ${order.precedes(place)}
        ORDER BY ${back.by} LIMIT 1) AS previous,
      (SELECT t.id::text FROM task t WHERE ${where} AND ${order.follows(place)}
        ORDER BY ${order.by} LIMIT 1) AS next
    FROM (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE ${order.precedes(place)})::int AS before,
        coalesce(bool_or(t.id = ${place.id}::uuid), false) AS included
      FROM task t WHERE ${where}
    ) counted`
  return row
}

export type FacetRows = {
  authors: { id: string; name: string; count: number }[]
  models: { id: string; line: string; count: number }[]
  tags: { tag: string; count: number }[]
  shapes: { width: number | null; height: number | null; count: number }[]
}

/** What the gallery of a member can be filtered by, each with how often it is there. */
export async function findFacets(db: Db, member: Member): Promise<FacetRows> {
  const shown = inGallery(member)
  const [authors, models, tags, shapes] = await Promise.all([
    db.$queryRaw<FacetRows['authors']>`
      SELECT u.id, u.name, a.count FROM (
        SELECT t.author_id, count(*)::int FROM task t WHERE ${shown} GROUP BY 1
      ) a JOIN "user" u ON u.id = a.author_id ORDER BY a.count DESC, u.name, u.id`,
    db.$queryRaw<FacetRows['models']>`
      SELECT t.model AS id, t.line, count(*)::int FROM task t WHERE ${shown}
      GROUP BY 1, 2 ORDER BY 3 DESC, 1`,
    db.$queryRaw<FacetRows['tags']>`
      SELECT g.tag, count(*)::int FROM task_tag g JOIN task t ON t.id = g.task_id WHERE ${shown}
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`,
    db.$queryRaw<FacetRows['shapes']>`
      SELECT t.width, t.height, count(*)::int FROM task t WHERE ${shown} GROUP BY 1, 2`,
  ])
  return { authors, models, tags, shapes }
}
