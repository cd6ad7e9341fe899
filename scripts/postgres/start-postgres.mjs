import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount } from './account.mjs'
import { findDistribution } from './binaries.mjs'
import { ensureDatabase, initialise, openCluster, urlOf } from './cluster.mjs'
import { withFileLock } from '../launcher/file-lock.mjs'
import { findRunning, launch, shutDown } from './server.mjs'

const database = 'dailies'
const applicationName = 'dailies-launcher'
const restartMs = 5_000

/**
 * @typedef {object} Options
 * @property {string} dataDir the cluster lies in its folder `postgres`
 * @property {(line: string) => void} log
 * @property {Record<string, string>} [settings] server parameters for a server started here
 */

/**
 * `reused`: it was running already, left by a killed launcher or used by another one.
 * @typedef {{ url: string, pid: number, reused: boolean, stop: () => Promise<void> }} Postgres
 */

/**
 * Makes sure that the embedded PostgreSQL of a data folder runs: creates it, starts it, or takes
 * over one that runs. While the caller lives the server is started again should it die. `stop()`
 * ends the server unless another launcher uses it.
 * @param {Options} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, log, settings = {} }) {
  const home = join(resolve(dataDir), 'postgres')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const lock = join(home, 'lock')
  const cluster = await withFileLock(lock, async () =>
    openCluster(home, chooseAccount(home, findDistribution())),
  )
  let stopping = false
  /** @type {pg.Client} */
  let presence

  const ensureRunning = () =>
    withFileLock(lock, async () => {
      await initialise(cluster)
      const found = await findRunning(cluster)
      const { pid, port } = found ?? (await launch(cluster, settings))
      await ensureDatabase(cluster, port, database)
      presence = await announce(urlOf(cluster, port, database), recover)
      return { pid, url: urlOf(cluster, port, database), reused: found !== undefined }
    })

  const recover = async () => {
    while (!stopping) {
      try {
        log('The database went away; starting it again')
        const { url } = await ensureRunning()
        if (url !== server.url) log('The database has a new address: start Dailies again')
        return
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        await delay(restartMs, undefined, { ref: false })
      }
    }
  }

  const server = await ensureRunning()
  return {
    ...server,
    stop: () =>
      withFileLock(lock, async () => {
        stopping = true
        const others = await countOthers(presence)
        await presence.end()
        if (others === 0) await shutDown(cluster)
      }),
  }
}

/**
 * Every launcher holds one idle connection. The server thereby knows who uses it, whatever way a
 * launcher ends, and the launcher learns at once when the server dies.
 * @param {string} url
 * @param {() => Promise<void>} onLost
 */
async function announce(url, onLost) {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  client.on('end', () => void onLost())
  return client
}

/** @param {pg.Client} presence */
async function countOthers(presence) {
  try {
    const { rows } = await presence.query(
      'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
      [applicationName],
    )
    return rows.length
  } catch {
    return 0
  }
}
