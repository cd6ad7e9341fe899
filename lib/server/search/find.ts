import 'server-only'
import { Prisma } from '@/lib/server/generated/prisma/client'
import type { Condition } from '@/lib/server/tasks/where'
import type { Named } from './store'
import { wordsSought } from './words'

const { sql, join } = Prisma

/** The condition for what a search finds: by the words of the text, or by what has exactly that name. */
export function isFound(query: string, { authors, tasks }: Named): Condition {
  const ways: Condition[] = []
  const text = toTsquery(query)
  if (text) ways.push(sql`t.words @@ ${text}::tsquery`)
  if (authors.length > 0) ways.push(sql`t.author_id = ANY(${authors}::text[])`)
  if (tasks.length > 0) ways.push(sql`t.id = ANY(${tasks}::uuid[])`)
  return ways.length === 0 ? sql`false` : sql`(${join(ways, ' OR ')})`
}

/** In PostgreSQL's own syntax. A word has letters, digits and marks alone, so it cannot end its quotes. */
function toTsquery(query: string): string {
  const { words, beginning } = wordsSought(query)
  const terms = words.map((word) => `'${word}'`)
  if (beginning !== null) terms.push(`'${beginning}':*`)
  return terms.join(' & ')
}
