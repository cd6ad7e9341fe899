import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Position } from '@/lib/server/db/keyset'
import { Prisma } from '@/lib/server/generated/prisma/client'

const { sql, join } = Prisma

/** Conditions on tasks in the words of SQL; the task is called `t` in them. */
export type Condition = Prisma.Sql

export const allOf = (conditions: Condition[]): Condition => join(conditions, ' AND ')

/** The same as `maySee`. */
export function visibleTo({ id, role }: Member): Condition {
  return role === 'admin' ? sql`true` : sql`(t.visibility = 'team' OR t.author_id = ${id})`
}

export function isFavouriteOf(userId: string): Condition {
  return sql`EXISTS (SELECT FROM favourite f WHERE f.task_id = t.id AND f.user_id = ${userId})`
}

/** Whether a column has one of the values. */
export function isOneOf(column: Prisma.Sql, values: readonly string[]): Condition {
  return sql`${column} = ANY(${values}::text[])`
}

const place = ({ createdAt, id }: Position) => sql`(${createdAt}::timestamptz, ${id}::uuid)`

/** What stands after that place in a list that is newest first: a bound that the index is walked by. */
export function olderThan(position: Position): Condition {
  return sql`(t.created_at, t.id) < ${place(position)}`
}

export function newerThan(position: Position): Condition {
  return sql`(t.created_at, t.id) > ${place(position)}`
}
