import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Visibility } from '@/lib/schemas/task'
import type { Position } from '@/lib/server/db/keyset'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import { visibleTo } from '@/lib/server/tasks/where'
import { daysSql } from './days-sql'
import { orderOf, tilesSql } from './page-sql'
import { inGallery, selected, type Selection } from './where'

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

export function findTiles(db: Db, ...page: Parameters<typeof tilesSql>): Promise<TileRow[]> {
  return db.$queryRaw(tilesSql(...page))
}

export type DayRow = { day: string; count: number; seconds: number; ratio_sum: number }

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
