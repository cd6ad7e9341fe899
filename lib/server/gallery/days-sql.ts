import 'server-only'
import { Prisma } from '@/lib/server/generated/prisma/client'
import { allOf, type Condition } from '@/lib/server/tasks/where'
import { dayBegins, filtered, ratio, selected, type Selection } from './where'

const { sql } = Prisma

const sums = sql`count(*)::int AS count, coalesce(sum(t.duration), 0) AS seconds,
  sum(${ratio}) AS ratio_sum`

/** The days that have clips, with what is in each. */
export function daysSql(selection: Selection): Prisma.Sql {
  const { sort } = selection.filter
  return sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, count, seconds, ratio_sum
    FROM (${isIndexed(selection) ? stretches(selection) : groups(selection)}) days
    ORDER BY days.day ${sort === 'newest' ? sql`DESC` : sql`ASC`}`
}

/** What filters there are, the index `task_gallery_idx` or `task_hidden_idx` answers. */
function isIndexed({ filter: { q, tag, collection, favourite } }: Selection): boolean {
  return !q && !tag?.length && !collection && favourite === undefined
}

/** For each day its stretch of the index: no clip's own day has to be reckoned, and none are gathered. */
function stretches(selection: Selection): Prisma.Sql {
  const { zone } = selection.filter
  const shown = filtered(selection)
  const edge = (order: Prisma.Sql) => sql`(
    SELECT (t.created_at AT TIME ZONE ${zone})::date FROM task t WHERE ${shown}
    ORDER BY t.created_at ${order} LIMIT 1
  )`
  const own: Condition[] = [
    sql`t.created_at >= ${dayBegins(sql`every.day`, zone)}`,
    sql`t.created_at < ${dayBegins(sql`every.day + 1`, zone)}`,
  ]
  return sql`
    SELECT every.day, sum.* FROM (
      SELECT generate_series(${edge(sql`ASC`)}, ${edge(sql`DESC`)}, interval '1 day')::date AS day
    ) every CROSS JOIN LATERAL (
      SELECT ${sums} FROM task t WHERE ${shown} AND ${allOf(own)}
    ) sum WHERE sum.count > 0`
}

function groups(selection: Selection): Prisma.Sql {
  const { zone } = selection.filter
  return sql`
    SELECT (t.created_at AT TIME ZONE ${zone})::date AS day, ${sums}
    FROM task t WHERE ${selected(selection)} GROUP BY 1`
}
