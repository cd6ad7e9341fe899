/**
 * `npm run seed -- --tasks 100000`: fills the gallery with finished tasks of two years by seven authors,
 * in English and Chinese, with tags, favourites, notes and takes. They share a few clips and posters in
 * the storage. Run again it adds what is missing; `--remove` takes all of it away. It asks the database
 * and the storage that the environment names, and the launcher's own database where it names none.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { localMember } from '@/lib/models/member'
import { createContext } from '@/lib/server/context'
import { applyMigrations } from '@/lib/server/db/migrate'
import { parseEnv } from '@/lib/server/env'
import { loadEnvFile } from './launcher/env-file.mjs'
import { startPostgres } from './postgres/start-postgres.mjs'
import { storeMedia } from './seed/material'
import { rowOf, type Maker } from './seed/rows'
import { people, removeRows, tidy, writePeople, writeRows } from './seed/write'

const batch = 1_000

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000' },
    remove: { type: 'boolean', default: false },
  },
})
const count = Number(values.tasks)
if (!Number.isInteger(count) || count < 1) {
  console.error('Say how many: --tasks 1000')
  process.exit(1)
}

loadEnvFile('.env')
const dataDir = path.resolve(process.env.DATA_DIR || 'data')
const postgres = process.env.DATABASE_URL
  ? null
  : await startPostgres({ dataDir, log: console.error })
const variables = parseEnv({
  ...process.env,
  DATABASE_URL: process.env.DATABASE_URL || postgres?.url,
})
const { storage, egress } = createContext({
  ...variables,
  key: 'unused',
  simulatorUrl: null,
  pace: 1,
  cronSecret: null,
  ffmpeg: null,
})

await applyMigrations(variables.DATABASE_URL, path.resolve('prisma/migrations'))
const client = new pg.Client({ connectionString: variables.DATABASE_URL })
await client.connect()
try {
  if (values.remove) console.log(`${await removeRows(client)} tasks removed`)
  else await seed()
} finally {
  await client.end()
  await egress.close()
  await postgres?.stop()
}

async function seed(): Promise<void> {
  await writePeople(client)
  const maker: Maker = {
    media: await storeMedia(storage),
    authors: [localMember, ...people].map(({ id }) => id),
    now: Date.now(),
    count,
  }
  let written = 0
  for (let from = 0; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, at) => from + at)
    written += await writeRows(
      client,
      numbers.map((number) => rowOf(number, maker)),
    )
    if ((from / batch) % 10 === 9) console.log(`${from + batch} of ${count}`)
  }
  await tidy(client)
  console.log(`${written} tasks written, ${count - written} were there already`)
}
