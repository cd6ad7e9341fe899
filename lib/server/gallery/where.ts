import 'server-only'
import { boundsOf, type ClipRatio } from '@/lib/models/clip-ratio'
import type { Member } from '@/lib/models/member'
import type { GalleryFilter } from '@/lib/schemas/gallery-query'
import { Prisma } from '@/lib/server/generated/prisma/client'
import { isFound } from '@/lib/server/search/find'
import type { Named } from '@/lib/server/search/store'
import { allOf, isFavouriteOf, isOneOf, visibleTo, type Condition } from '@/lib/server/tasks/where'

const { sql, join } = Prisma

/** A filter with what its words are the names of. */
export type Selection = { filter: GalleryFilter; named: Named; member: Member }

/** Width ÷ height; a clip that is not measured yet counts as the usual shape. */
export const ratio = sql`coalesce(t.width::float8 / nullif(t.height, 0), 16.0 / 9)`

/** What the gallery shows a member of whom nothing else is asked. */
export function inGallery(member: Member): Condition {
  return allOf([sql`t.status = 'completed'`, sql`t.hidden_at IS NULL`, visibleTo(member)])
}

/** What the filters leave. */
export function selected(selection: Selection): Condition {
  const sought = foundBy(selection)
  return sought ? allOf([filtered(selection), sought]) : filtered(selection)
}

/** What the words ask for; null without words. */
export function foundBy({ filter, named }: Selection): Condition | null {
  return filter.q ? isFound(filter.q, named) : null
}

/** What all filters but the words leave. Most of it is answered by the index `task_gallery_idx` alone. */
export function filtered({ filter, member }: Selection): Condition {
  const { author, line, model, favourite, collection, seconds_min, seconds_max } = filter
  const conditions: Condition[] = [
    sql`t.status = 'completed'`,
    filter.hidden ? sql`t.hidden_at IS NOT NULL` : sql`t.hidden_at IS NULL`,
    visibleTo(member),
    ...inDays(filter),
  ]
  const add = (condition: Condition) => void conditions.push(condition)
  if (author) add(isOneOf(sql`t.author_id`, author))
  if (line) add(isOneOf(sql`t.line`, line))
  if (model) add(isOneOf(sql`t.model`, model))
  if (filter.ratio) add(hasRatio(filter.ratio))
  // As people read it: a clip of 5.04 s is one of 5 s.
  if (seconds_min !== undefined) add(sql`round(t.duration) >= ${seconds_min}::float8`)
  if (seconds_max !== undefined) add(sql`round(t.duration) <= ${seconds_max}::float8`)
  if (favourite !== undefined) {
    const mine = isFavouriteOf(member.id)
    add(favourite ? mine : sql`NOT ${mine}`)
  }
  if (collection) {
    add(sql`EXISTS (SELECT FROM collection_task c
      WHERE c.task_id = t.id AND c.collection_id = ${collection}::uuid)`)
  }
  for (const tag of filter.tag ?? []) {
    add(sql`EXISTS (SELECT FROM task_tag g WHERE g.task_id = t.id AND g.tag = ${tag})`)
  }
  return allOf(conditions)
}

function hasRatio(ratios: ClipRatio[]): Condition {
  if (ratios.length === 0) return sql`false`
  const ways = ratios.map((one) => {
    const { min, max } = boundsOf(one)
    const below = max === null ? sql`true` : sql`${ratio} < ${max}::float8`
    return sql`(${ratio} >= ${min}::float8 AND ${below})`
  })
  return sql`(${join(ways, ' OR ')})`
}

/** When a date begins in the zone. */
export function dayBegins(date: Prisma.Sql, zone: string): Prisma.Sql {
  return sql`((${date})::timestamp AT TIME ZONE ${zone})`
}

/** Days as the zone has them, however long they are. */
function inDays({ from, to, day, zone }: GalleryFilter): Condition[] {
  const start = (date: string, after: number) => dayBegins(sql`${date}::date + ${after}::int`, zone)
  const begins = [from, day].flatMap((date) =>
    date ? [sql`t.created_at >= ${start(date, 0)}`] : [],
  )
  const ends = [to, day].flatMap((date) => (date ? [sql`t.created_at < ${start(date, 1)}`] : []))
  return [...begins, ...ends]
}
