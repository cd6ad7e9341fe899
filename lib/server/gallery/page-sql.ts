import 'server-only'
import type { Position } from '@/lib/server/db/keyset'
import { Prisma } from '@/lib/server/generated/prisma/client'
import { isFavouriteOf, newerThan, olderThan } from '@/lib/server/tasks/where'
import { filtered, foundBy, selected, type Selection } from './where'

const { sql } = Prisma

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

export function orderOf(sort: 'newest' | 'oldest') {
  return sort === 'newest'
    ? { by: sql`t.created_at DESC, t.id DESC`, follows: olderThan, precedes: newerThan }
    : { by: sql`t.created_at, t.id`, follows: newerThan, precedes: olderThan }
}

function idsSql(selection: Selection, { after, limit }: Page): Prisma.Sql {
  const order = orderOf(selection.filter.sort)
  const rest = after ? sql`AND ${order.follows(after)}` : Prisma.empty
  const sought = foundBy(selection)
  if (sought) return foundIdsSql(selection, { sought, rest, by: order.by, limit })
  return sql`page AS MATERIALIZED (
    SELECT t.id FROM task t WHERE ${filtered(selection)} ${rest} ORDER BY ${order.by} LIMIT ${limit}
  )`
}

/** Clips of the list that a search reads one by one first, and the most that it goes on to read so. */
const nearby = 1_000
const further = 4_000
/** The first ones must promise so many times what is missing: words come in swarms. */
const slack = 1.5

type Sought = { sought: Prisma.Sql; rest: Prisma.Sql; by: Prisma.Sql; limit: number }

/**
 * The ids of a page of what was searched for. How many clips that is, the planner cannot foretell where
 * words go together (the characters of a phrase do), so the first clips of the list are asked. Words
 * that are common there fill the page by reading on; of rarer ones the index of words knows all, and
 * they are few enough to be sorted.
 */
function foundIdsSql(selection: Selection, { sought, rest, by, limit }: Sought): Prisma.Sql {
  const list = sql`SELECT t.* FROM task t WHERE ${filtered(selection)} ${rest} ORDER BY ${by}`
  return sql`
    near AS MATERIALIZED (
      SELECT t.id FROM (${list} LIMIT ${nearby}) t WHERE ${sought} ORDER BY ${by} LIMIT ${limit}
    ),
    missing AS MATERIALIZED (
      SELECT ${limit} - count(*) AS clips,
        count(*) * ${further} >= ${slack}::float8 * ${nearby} * (${limit} - count(*)) AS is_common
      FROM near
    ),
    next AS MATERIALIZED (
      SELECT t.id FROM (
        ${list} OFFSET ${nearby}
        LIMIT (SELECT CASE WHEN is_common THEN ${further}::int ELSE 0 END FROM missing)
      ) t WHERE ${sought} ORDER BY ${by} LIMIT (SELECT clips FROM missing)
    ),
    far AS MATERIALIZED (
      SELECT t.id FROM (
        SELECT t.id, t.created_at FROM task t
        WHERE (SELECT count(*) FROM next) < (SELECT clips FROM missing)
          AND ${selected(selection)} ${rest} OFFSET 0
      ) t ORDER BY ${by} LIMIT ${limit}
    ),
    page AS MATERIALIZED (
      SELECT id FROM far UNION SELECT id FROM near UNION SELECT id FROM next
    )`
}
