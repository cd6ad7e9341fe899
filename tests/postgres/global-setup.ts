import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/server/db/migrate'
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs'
import { createDatabase, templateName } from './test-database'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server's own database, from which others are created and dropped. */
    postgresUrl: string
  }
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'dailies-test-'))
  const postgres = await startPostgres({
    dataDir,
    log: (line) => process.stderr.write(`${line}\n`),
    // Nothing here outlives the run, so nothing need outlive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  const templateUrl = await createDatabase(postgres.url, templateName)
  await applyMigrations(templateUrl, resolve('prisma/migrations'))
  project.provide('postgresUrl', postgres.url)

  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
