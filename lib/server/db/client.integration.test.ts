import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/postgres/test-database'
import { createDb } from './client'

let database: TestDatabase
let db: ReturnType<typeof createDb>

beforeEach(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
})

afterEach(async () => {
  await db.$disconnect()
  await database.drop()
})

/** A server whose own zone is not UTC, for the connections made after this. */
async function liveInShanghai() {
  const other = createDb(database.url)
  const name = new URL(database.url).pathname.slice(1)
  await other.$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone = 'Asia/Shanghai'`)
  await other.$disconnect()
}

test('works in UTC and bounds each statement, on every connection of the pool', async () => {
  await liveInShanghai()
  const sessions = await Promise.all(
    Array.from(
      { length: 5 },
      () => db.$queryRaw`
        SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS timeout,
          pg_sleep(0.02)::text AS slept`,
    ),
  )
  for (const rows of sessions) expect(rows).toMatchObject([{ zone: 'UTC', timeout: '15s' }])
})

test('gives back the very moment it was given', async () => {
  await liveInShanghai()
  const moment = new Date('2026-03-29T01:30:00.123Z')
  const [row] = await db.$queryRaw<{ back: Date; text: string }[]>`
    SELECT ${moment}::timestamptz AS back, to_char(${moment}::timestamptz, 'HH24:MI') AS text`
  expect(row).toEqual({ back: moment, text: '01:30' })
})
