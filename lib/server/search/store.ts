import 'server-only'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import { isUuid } from '@/lib/server/uuid'
import { wordsOf } from './words'

/** What bears a name that was searched for. */
export type Named = { authors: string[]; tasks: string[] }

/** The members who are called exactly that, and the task with that id, ours or the gateway's. */
export async function findNamed(db: Db, query: string): Promise<Named> {
  // PostgreSQL has no text with a NUL in it, so nothing is called that.
  if (query.includes('\0')) return { authors: [], tasks: [] }
  const [row] = await db.$queryRaw<[Named]>`
    SELECT
      ARRAY(SELECT id FROM "user" WHERE lower(name) = lower(${query})) AS authors,
      ARRAY(SELECT id::text FROM task WHERE gateway_task_id = ${query}) AS tasks`
  return isUuid(query) ? { ...row, tasks: [...row.tasks, query] } : row
}

/** Writes the words of these tasks anew. Their rows must be locked, or a change meanwhile is missed. */
export async function rewriteWords(db: Prisma.TransactionClient, ids: string[]): Promise<void> {
  const tasks = await db.task.findMany({
    where: { id: { in: ids } },
    select: { id: true, prompt: true, title: true, tags: { select: { tag: true } } },
  })
  const words = tasks.map(({ prompt, title, tags }) =>
    asColumn(prompt, title, ...tags.map(({ tag }) => tag)),
  )
  await db.$executeRaw`
    UPDATE task SET words = ${toTsvector(Prisma.sql`fresh.words`)}
    FROM unnest(${tasks.map(({ id }) => id)}::uuid[], ${words}::text[]) AS fresh(id, words)
    WHERE task.id = fresh.id`
}

/** The words of a task that is being made; part of the transaction that makes it. */
export function writeWords(
  db: Db,
  { authorId, idempotencyKey, prompt }: { [part in TaskKeyPart]: string },
): Prisma.PrismaPromise<number> {
  return db.$executeRaw`
    UPDATE task SET words = ${toTsvector(Prisma.sql`${asColumn(prompt)}`)}
    WHERE author_id = ${authorId} AND idempotency_key = ${idempotencyKey}`
}
type TaskKeyPart = 'authorId' | 'idempotencyKey' | 'prompt'

/** Words hold no spaces. */
function asColumn(...texts: (string | null)[]): string {
  return wordsOf(...texts).join(' ')
}

/** Word by word: PostgreSQL's own idea of what a word is, which changes with its locale, is not asked. */
function toTsvector(words: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`array_to_tsvector(string_to_array(${words}, ' '))`
}

/** Writes the words of up to `limit` tasks that have none yet; returns how many those were. */
export function fillWords(db: Db, limit: number): Promise<number> {
  // A server that has just started is busy: the usual two seconds for a connection are too few.
  const patience = { maxWait: 30_000, timeout: 15_000 }
  return db.$transaction(async (own) => {
    const rows = await own.$queryRaw<{ id: string }[]>`
      SELECT id FROM task WHERE words IS NULL ORDER BY id LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED`
    if (rows.length > 0)
      await rewriteWords(
        own,
        rows.map(({ id }) => id),
      )
    return rows.length
  }, patience)
}
