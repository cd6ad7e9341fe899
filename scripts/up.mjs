/**
 * `npm run up` (and, with --dev, `npm run dev`): from a fresh clone to a running studio. It imports
 * packages only once they are installed.
 */
import { resolve } from 'node:path'
import { loadEnvFile } from './launcher/env-file.mjs'
import { requireNode } from './launcher/node-version.mjs'
import { prepare } from './launcher/prepare.mjs'
import { exitWith, Problem } from './launcher/problem.mjs'
import { root } from './launcher/root.mjs'
import { hostFor, requireFreePort, serve } from './launcher/serve.mjs'

const dev = process.argv.includes('--dev')
/** npm hands an interrupt on to a child that the terminal has interrupted already. */
const echoMs = 1_000

/** @type {(() => Promise<void>)[]} */
const closers = []
let stoppingSince = 0

/** @param {string} line */
const log = (line) => void process.stdout.write(`${line}\n`)

/** Closes what was opened, last first. A second interrupt ends the process at once. */
async function stop() {
  if (stoppingSince) {
    if (Date.now() - stoppingSince > echoMs) process.exit(130)
    return
  }
  stoppingSince = Date.now()
  log('Stopping')
  for (const close of closers.reverse()) await close()
  process.exit(0)
}

function readPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Problem('PORT must be a number from 1 to 65535.')
}

async function up() {
  requireNode()
  process.chdir(root)
  loadEnvFile('.env')
  const port = readPort()
  const dataDir = resolve(process.env.DATA_DIR || 'data')
  process.env.PORT = String(port)
  process.env.DATA_DIR = dataDir
  const appUrl = process.env.APP_URL?.trim()
  const hostname = hostFor(appUrl)
  await requireFreePort(port, hostname)
  await prepare({ dev, log })

  if (!process.env.DATABASE_URL) {
    log('Starting the database')
    const { startPostgres } = await import('./postgres/start-postgres.mjs')
    const postgres = await startPostgres({ dataDir, log })
    closers.push(postgres.stop)
    process.env.DATABASE_URL = postgres.url
  }

  log('Starting Dailies')
  const server = await serve({ dev, port, hostname })
  closers.push(server.close)
  log(`Dailies is ready: ${appUrl || server.url}`)
  if (!process.env.SEEDANCE_API_KEY) {
    log('There is no SEEDANCE_API_KEY: it runs on the built-in simulator, and nothing is charged.')
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

up().catch(async (error) => {
  for (const close of closers.reverse()) await close()
  exitWith(error)
})
