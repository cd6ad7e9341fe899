import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The lock under which Prisma's own CLI migrates. */
const prismaLock = 72707369

/** As Prisma's CLI creates it, so that its commands go on working on our databases. */
const createHistory = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

type Migration = { name: string; script: string }

/** A migration could not be applied; the database is as it was before it. */
export class MigrationError extends Error {
  constructor(
    readonly migration: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`Migration ${migration} was not applied: ${reason}`, options)
    this.name = 'MigrationError'
  }
}

/**
 * Applies the migrations of a Prisma migrations folder that the database does not have yet, oldest
 * first, each in its own transaction. Processes that start together wait for one another.
 *
 * @returns the names of those it applied
 * @throws {MigrationError} at the first that fails; those before it stay applied
 */
export async function applyMigrations(
  databaseUrl: string,
  migrationsDir: string,
): Promise<string[]> {
  const migrations = await readMigrations(migrationsDir)
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'dailies-migrate',
  })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(createHistory)
    const applied = await readApplied(client)
    const due = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of due) await apply(client, migration)
    return due.map(({ name }) => name)
  } finally {
    // The session's end gives the lock back.
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => name)
    .sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      script: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  )
}

async function readApplied(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  const unfinished = rows.find(({ finished_at }) => finished_at === null)
  if (unfinished) {
    throw new MigrationError(
      unfinished.migration_name,
      'an earlier attempt by Prisma’s CLI failed half-way. Settle it with "prisma migrate resolve".',
    )
  }
  return new Set(rows.map(({ migration_name }) => migration_name))
}

async function apply(client: pg.Client, { name, script }: Migration): Promise<void> {
  const startedAt = new Date()
  try {
    await client.query('BEGIN')
    await client.query(script)
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), createHash('sha256').update(script).digest('hex'), name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new MigrationError(name, describe(error, script), { cause: error })
  }
}

function describe(error: unknown, script: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error)
  // PostgreSQL counts characters from 1.
  const line = error.position && script.slice(0, Number(error.position) - 1).split('\n').length
  return line ? `${error.message} (line ${line})` : error.message
}
