import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/postgres/test-database'
import { applyMigrations, MigrationError } from './migrate'

const migrationsDir = resolve('prisma/migrations')
const first = '20261122000000_init'

let database: TestDatabase
let scratch: string

beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  scratch = await mkdtemp(join(tmpdir(), 'dailies-migrate-'))
})

afterEach(async () => {
  await database.drop()
  await rm(scratch, { recursive: true })
})

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql)
    return rows
  } finally {
    await client.end()
  }
}

const tables = async () => {
  const rows = await query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

async function scratchMigration(name: string, script: string) {
  await mkdir(join(scratch, name))
  await writeFile(join(scratch, name, 'migration.sql'), script)
}

/** Runs Prisma's CLI on the test's database. */
async function prisma(...args: string[]): Promise<{ code: number; output: string }> {
  const cli = resolve('node_modules/prisma/build/index.js')
  const env = { ...process.env, DATABASE_URL: database.url }
  return promisify(execFile)(process.execPath, [cli, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  )
}

const diff = (schema: string) =>
  prisma('migrate', 'diff', '--from-config-datasource', '--to-schema', schema, '--exit-code')

describe('applyMigrations', () => {
  test('brings an empty database up to date, and then has nothing to do', async () => {
    const applied = await applyMigrations(database.url, migrationsDir)
    expect(applied[0]).toBe(first)
    expect(await tables()).toContain('task')
    expect(await applyMigrations(database.url, migrationsDir)).toEqual([])
  })

  test('applies each migration once when several processes start together', async () => {
    const runs = await Promise.all(
      [1, 2, 3].map(() => applyMigrations(database.url, migrationsDir)),
    )
    const recorded = await query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations',
    )
    expect(runs.flat().sort()).toEqual(recorded.map((row) => row.migration_name).sort())
    expect(new Set(runs.flat()).size).toBe(runs.flat().length)
  })

  test('leaves nothing of a failing migration, keeps those before it, and says which and where', async () => {
    await scratchMigration('1_good', 'CREATE TABLE good (id int);')
    await scratchMigration('2_bad', 'CREATE TABLE half (id int);\nCREATE TABLE half (oops;\n')
    await scratchMigration('3_later', 'CREATE TABLE later (id int);')

    const run = applyMigrations(database.url, scratch)
    await expect(run).rejects.toBeInstanceOf(MigrationError)
    await expect(run).rejects.toThrow(/2_bad was not applied: syntax error .*\(line 2\)/)
    expect(await tables()).toEqual(['_prisma_migrations', 'good'])

    await writeFile(join(scratch, '2_bad', 'migration.sql'), 'CREATE TABLE half (id int);')
    expect(await applyMigrations(database.url, scratch)).toEqual(['2_bad', '3_later'])
  })

  test('stops at what Prisma’s CLI left half-applied', async () => {
    await applyMigrations(database.url, migrationsDir)
    await query(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${first}'`,
    )
    await expect(applyMigrations(database.url, migrationsDir)).rejects.toThrow(/migrate resolve/)
  })
})

describe('Prisma’s CLI', () => {
  test('takes our history for its own', async () => {
    await applyMigrations(database.url, migrationsDir)
    const status = await prisma('migrate', 'status')
    expect(status).toMatchObject({ code: 0, output: expect.stringContaining('up to date') })
    const deploy = await prisma('migrate', 'deploy')
    expect(deploy.output).toContain('No pending migrations to apply')
  })

  test('migrates a database that we then take for up to date', async () => {
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 0 })
    expect(await applyMigrations(database.url, migrationsDir)).toEqual([])
  })

  test('finds no difference between schema.prisma and the migrations, and would find one', async () => {
    await applyMigrations(database.url, migrationsDir)
    expect(await diff('prisma/schema.prisma')).toMatchObject({ code: 0 })

    const altered = join(scratch, 'schema.prisma')
    const schema = await readFile('prisma/schema.prisma', 'utf8')
    await writeFile(altered, `${schema}\nmodel Stray {\n  id Int @id\n}\n`)
    expect(await diff(altered)).toMatchObject({ code: 2, output: expect.stringContaining('Stray') })
  })
})
