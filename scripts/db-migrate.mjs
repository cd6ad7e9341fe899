/**
 * `npm run db:migrate -- --name add_titles`: writes the migration that leads from prisma/migrations
 * to prisma/schema.prisma. It asks a database made for the purpose and touches no other.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exitWith, Problem } from './launcher/problem.mjs'
import { root } from './launcher/root.mjs'
import { runInstalled } from './launcher/run-command.mjs'
import { startPostgres } from './postgres/start-postgres.mjs'

const differs = 2

function readName() {
  const { name } = parseArgs({ options: { name: { type: 'string' } } }).values
  if (name && /^[a-z0-9_]+$/.test(name)) return name
  throw new Problem('Give the migration a name of a–z, 0–9 and _: npm run db:migrate -- --name x')
}

/**
 * The SQL that leads from the migrations to the schema, or nothing.
 * @param {string} scratch an empty folder
 */
async function findDifference(scratch) {
  const postgres = await startPostgres({ dataDir: scratch, log: console.log })
  /** @param {string[]} args */
  const prisma = (args) =>
    runInstalled('prisma/build/index.js', args, { env: { DATABASE_URL: postgres.url } })
  try {
    const deploy = await prisma(['migrate', 'deploy'])
    if (deploy.code !== 0) throw new Problem(deploy.output)
    const script = join(scratch, 'migration.sql')
    const diff = await prisma([
      ...['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma'],
      ...['--script', '--exit-code', '--output', script],
    ])
    if (diff.code === differs) return readFileSync(script, 'utf8')
    if (diff.code !== 0) throw new Problem(diff.output)
  } finally {
    await postgres.stop()
  }
}

async function migrate() {
  const name = readName()
  process.chdir(root)
  const scratch = mkdtempSync(join(tmpdir(), 'dailies-migrate-'))
  const difference = await findDifference(scratch).finally(() =>
    rmSync(scratch, { recursive: true }),
  )
  if (!difference) return console.log('The migrations already lead to prisma/schema.prisma.')
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${time}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), difference.trimEnd() + '\n')
  console.log(`Read ${folder}/migration.sql, then start Dailies: it applies it.`)
}

migrate().catch(exitWith)
