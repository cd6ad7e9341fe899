import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { tileListSchema } from '@/lib/schemas/gallery'
import type { GalleryFilter } from '@/lib/schemas/gallery-query'
import { localMember } from '@/lib/models/member'
import { readCursor } from '@/lib/server/db/keyset'
import { tilesSql } from '@/lib/server/gallery/store'
import { createDice, type Dice } from '../seed/dice'
import { promptOf } from '../seed/prompts'
import { median } from './listing'

const limit = 60
const pagesDeep = 1_000
const rounds = 60
const searches = 300

type Ratio = { handler: number; sql: number }
export type Gallery = { first: Ratio; deep: Ratio; english: number; chinese: number }

/** Fills the database as `npm run seed` does. */
export async function seedTasks(environment: Record<string, string>, count: number): Promise<void> {
  const tsx = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server']
  const child = spawn(process.execPath, [...tsx, 'scripts/seed.ts', '--tasks', String(count)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The seed ended with ${code}.`)
}

/**
 * Milliseconds (median) of a page of the gallery over HTTP and of its bare SQL, in turn; and what 99 of
 * 100 searches stay under in the database. Needs a seeded database.
 */
export async function measureGallery(address: string, databaseUrl: string): Promise<Gallery> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const cursor = await walk(address)
    return {
      first: await comparePage(address, client, null),
      deep: await comparePage(address, client, cursor),
      english: await worstSearch(client, /^[a-z]/i),
      chinese: await worstSearch(client, /^\p{Script=Han}/u),
    }
  } finally {
    await client.end()
  }
}

/** The cursor that a thousand pages lead to. */
async function walk(address: string): Promise<string> {
  let cursor = ''
  // Larger pages lead to the same place.
  for (let row = 0; row < limit * pagesDeep; row += 200) {
    const page = await getPage(address, 200, cursor)
    if (!page.next_cursor) throw new Error('The gallery is not long enough: seed more.')
    cursor = page.next_cursor
  }
  return cursor
}

async function getPage(address: string, most: number, cursor: string) {
  const at = cursor && `&cursor=${cursor}`
  const response = await fetch(`${address}/api/gallery?limit=${most}${at}`)
  return tileListSchema.parse(await response.json())
}

async function comparePage(address: string, client: pg.Client, cursor: string | null) {
  const after = cursor ? readCursor(cursor) : null
  const query = tilesSql(selectionOf({}), { after, limit: limit + 1 })
  const at = cursor ? `&cursor=${cursor}` : ''
  const handler: number[] = []
  const sql: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    sql.push(await timed(() => client.query(query.text, query.values)))
    handler.push(
      await timed(async () => (await fetch(`${address}/api/gallery?limit=${limit}${at}`)).text()),
    )
  }
  return { handler: median(handler), sql: median(sql) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** One to three words of the seeded prompts, common and rare, and beginnings of words. */
async function worstSearch(client: pg.Client, language: RegExp): Promise<number> {
  const dice = createDice(4)
  const times: number[] = []
  for (let number = 0; times.length < searches; number += 1) {
    const prompt = promptOf(dice, number)
    if (!language.test(prompt)) continue
    const { text, values } = tilesSql(selectionOf({ q: wordsOutOf(prompt, dice) }), {
      after: null,
      limit: limit + 1,
    })
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      values,
    )
    const [plan] = rows[0]['QUERY PLAN']
    times.push(plan['Planning Time'] + plan['Execution Time'])
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.99)] ?? 0
}

function wordsOutOf(prompt: string, dice: Dice): string {
  if (/\p{Script=Han}/u.test(prompt)) {
    const phrase = dice.one(prompt.split(/[，。：]/).filter(Boolean))
    const from = Math.floor(dice.next() * phrase.length)
    return phrase.slice(from, from + 1 + Math.floor(dice.next() * 6))
  }
  const words = prompt.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const some = Array.from({ length: 1 + Math.floor(dice.next() * 3) }, () => dice.one(words))
  return dice.chance(0.5) ? some.join(' ') : some.join(' ').slice(0, -1)
}

function selectionOf(filter: Partial<GalleryFilter>) {
  return {
    member: localMember,
    named: { authors: [], tasks: [] },
    filter: { hidden: false, sort: 'newest' as const, zone: 'UTC', ...filter },
  }
}
