import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '../launcher/problem.mjs'
import { runProgram } from './run-program.mjs'

/** @import { Account } from './account.mjs' */

const user = 'dailies'

/**
 * A PostgreSQL data folder and what is needed to talk to its server. `home` (in the data folder)
 * keeps the password and the port; `account.home` holds the cluster and its log.
 * @typedef {{ home: string, account: Account, password: string }} Cluster
 */
/** @param {Cluster} cluster */
export const dataDirectory = ({ account }) => join(account.home, 'cluster')

/** @param {Cluster} cluster */
export const logFile = ({ account }) => join(account.home, 'log')

/** @param {Cluster} cluster @param {number} port @param {string} database */
export const urlOf = ({ password }, port, database) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`

/** @param {string} home @param {Account} account @returns {Cluster} */
export function openCluster(home, account) {
  const path = join(home, 'password')
  if (!existsSync(path)) {
    const existing = join(account.home, 'cluster')
    if (existsSync(existing)) {
      throw new Problem(
        `${path} is missing, and without it nobody can log in to the database in ${existing}.\n` +
          'Put it back, or remove that folder to begin anew.',
      )
    }
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return { home, account, password: readFileSync(path, 'utf8').trim() }
}

/**
 * Creates the cluster if there is none. It appears under its name only when it is whole.
 * @param {Cluster} cluster
 */
export async function initialise(cluster) {
  const { account, password } = cluster
  if (existsSync(dataDirectory(cluster))) return
  const unfinished = `${dataDirectory(cluster)}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const passwordFile = join(account.home, 'initial-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid ?? account.uid)
  try {
    const { code, output } = await runProgram(account, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      // Without these the encoding follows the environment, and differs from system to system.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    if (code !== 0) throw new StartError('The database could not be created', output)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, dataDirectory(cluster))
}

/** Says what PostgreSQL said, and what to do about it. */
export class StartError extends Problem {
  /** @param {string} message @param {string} details */
  constructor(message, details) {
    super(
      `${message}:\n${details.trim().replace(/^/gm, '    ')}\n` +
        'Set DATABASE_URL to use a PostgreSQL 15 or newer of your own instead.',
    )
  }
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function query(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @param {Cluster} cluster @param {number} port @param {string} name */
export async function ensureDatabase(cluster, port, name) {
  await query(urlOf(cluster, port, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
}
