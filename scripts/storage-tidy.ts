/**
 * `npm run storage:tidy`: tells which files lie in storage that
 * no item names, as a killed process may leave them; `--delete` removes them. It asks the database and
 * the storage that the environment names, and takes the launcher's own database where it names none.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createContext } from '@/lib/server/context'
import { parseEnv } from '@/lib/server/env'
import { findOrphans } from '@/lib/server/media-items/orphans'
import { loadEnvFile } from './launcher/env-file.mjs'
import { startPostgres } from './postgres/start-postgres.mjs'

const { values } = parseArgs({ options: { delete: { type: 'boolean', default: false } } })

loadEnvFile('.env')
const dataDir = path.resolve(process.env.DATA_DIR || 'data')
const postgres = process.env.DATABASE_URL
  ? null
  : await startPostgres({ dataDir, log: console.error })

const context = createContext({
  ...parseEnv({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || postgres?.url }),
  key: 'unused',
  simulatorUrl: null,
  pace: 1,
  cronSecret: null,
  ffmpeg: null,
})
try {
  const orphans = await findOrphans(context)
  for (const key of orphans) {
    if (values.delete) await context.storage.remove(key)
    console.log(key)
  }
  const done = values.delete ? 'removed' : 'that no item names; --delete removes them'
  console.log(`${orphans.length} files ${done}`)
} finally {
  await context.db.$disconnect()
  await postgres?.stop()
}
process.exit(0)
