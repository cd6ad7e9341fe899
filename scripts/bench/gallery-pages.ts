import http from 'node:http'
import type pg from 'pg'
import { GET } from '@/app/api/gallery/route'
import { localMember } from '@/lib/models/member'
import { tileListSchema } from '@/lib/schemas/gallery'
import { createContext, provideContext } from '@/lib/server/context'
import { readCursor } from '@/lib/server/db/keyset'
import { parseEnv } from '@/lib/server/env'
import { tilesSql } from '@/lib/server/gallery/page-sql'
import { median } from './listing'

const limit = 60
const pagesDeep = 1_000
const repeats = 60

/** Milliseconds, medians. `bare` is a request that the server refuses before it asks anything. */
export type PageRound = { sql: number; handler: number; http: number; bare: number }

/**
 * A page of the gallery in three ways, in turn: its very query asked by a bare client of PostgreSQL, the
 * route's handler called in this process, and the server at `address`.
 */
export async function measurePages(
  address: string,
  client: pg.Client,
  environment: { DATA_DIR: string; DATABASE_URL: string },
  rounds: number,
): Promise<{ name: string; rounds: PageRound[] }[]> {
  const { db, egress } = provideHandlers(environment)
  const agent = new http.Agent({ keepAlive: true })
  const pages = [
    { name: 'first page', cursor: null, rounds: [] as PageRound[] },
    {
      name: `page ${pagesDeep} deep`,
      cursor: await walk(address, agent),
      rounds: [] as PageRound[],
    },
  ]
  for (let round = 0; round < rounds; round += 1) {
    for (const { cursor, rounds: all } of pages) {
      all.push(await measurePage(address, agent, client, cursor))
    }
  }
  agent.destroy()
  await db.$disconnect()
  await egress.close()
  return pages
}

/** Puts a context under the handlers that this process calls; they need nothing but the database. */
function provideHandlers(environment: { DATA_DIR: string; DATABASE_URL: string }) {
  const context = createContext({
    ...parseEnv({ ...process.env, ...environment }),
    key: 'unused',
    simulatorUrl: null,
    pace: 1,
    cronSecret: null,
    ffmpeg: null,
  })
  provideContext(context)
  return context
}

async function measurePage(
  address: string,
  agent: http.Agent,
  client: pg.Client,
  cursor: string | null,
): Promise<PageRound> {
  const after = cursor ? readCursor(cursor) : null
  const member = localMember
  const filter = { hidden: false, sort: 'newest', zone: 'UTC' } as const
  const selection = { member, named: { authors: [], tasks: [] }, filter }
  const { text, values } = tilesSql(selection, { after, limit: limit + 1 })
  const url = `${address}/api/gallery?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
  const request = () => new Request(url, { headers: { host: new URL(address).host } })
  const ways = {
    sql: () => client.query(text, values),
    handler: async () => (await GET(request(), { params: Promise.resolve({}) })).text(),
    http: () => fetchText(url, agent),
    bare: () => fetchText(`${address}/api/gallery?limit=0`, agent),
  }
  const times: Record<keyof PageRound, number[]> = { sql: [], handler: [], http: [], bare: [] }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const way of ['sql', 'handler', 'http', 'bare'] as const) {
      const start = performance.now()
      await ways[way]()
      times[way].push(performance.now() - start)
    }
  }
  const { sql, handler, http: served, bare } = times
  return {
    sql: median(sql),
    handler: median(handler),
    http: median(served),
    bare: median(bare),
  }
}

/** The cursor that a thousand pages lead to. */
async function walk(address: string, agent: http.Agent): Promise<string> {
  let cursor = ''
  // Larger pages lead to the same place.
  for (let row = 0; row < limit * pagesDeep; row += 200) {
    const at = cursor && `&cursor=${cursor}`
    const text = await fetchText(`${address}/api/gallery?limit=200${at}`, agent)
    const page = tileListSchema.parse(JSON.parse(text))
    if (!page.next_cursor) throw new Error('The gallery is not long enough: seed more.')
    cursor = page.next_cursor
  }
  return cursor
}

/** By Node's plain client on a kept connection: what a `fetch` takes for itself is not the server's. */
function fetchText(url: string, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}
