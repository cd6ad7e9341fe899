import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '../launcher/file-lock.mjs'
import { Problem } from '../launcher/problem.mjs'
import { dataDirectory, logFile, query, StartError, urlOf } from './cluster.mjs'
import { choosePort } from './free-port.mjs'
import { runProgram } from './run-program.mjs'

/** @import { Cluster } from './cluster.mjs' */

/** @typedef {{ pid: number, port: number }} Running */

const answerTimeoutMs = 30_000
const startAttempts = 20
const retryMs = 500
const logLimitBytes = 5_000_000
const tailBytes = 4_000

/**
 * The server that a launcher left behind or that another one uses.
 * @param {Cluster} cluster
 * @returns {Promise<Running | undefined>}
 */
export async function findRunning(cluster) {
  const path = join(dataDirectory(cluster), 'postmaster.pid')
  const deadline = Date.now() + answerTimeoutMs
  while (existsSync(path)) {
    const [pid, , , port] = readFileSync(path, 'utf8').split('\n').map(Number)
    if (!pid || !isAlive(pid)) return undefined
    const served = port ? await servedDirectory(cluster, port) : undefined
    if (port && served === realpathSync(dataDirectory(cluster))) return { pid, port }
    // The number can be another program's by now, or come with a copied data folder from the
    // original: PostgreSQL would refuse to start because of either.
    if (served || !mayBeServer(pid)) {
      rmSync(path, { force: true })
    } else if (Date.now() > deadline) {
      throw new Problem(
        `Process ${pid} holds the database in ${dataDirectory(cluster)} and does not answer. ` +
          `End it, or remove ${path} if it is not PostgreSQL.`,
      )
    } else {
      await delay(retryMs)
    }
  }
}

/** @param {number} pid */
function mayBeServer(pid) {
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)]).stdout.includes('postgres')
  }
  // Empty for a process that has ended but whose parent does not ask how, as in many a container.
  const commandLine = `/proc/${pid}/cmdline`
  if (!existsSync(commandLine)) return false
  const [program = ''] = readFileSync(commandLine, 'utf8').split('\0')
  return basename(program) === 'postgres'
}

/**
 * The folder of the server that lets us in with this cluster's password.
 * @param {Cluster} cluster
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
async function servedDirectory(cluster, port) {
  try {
    const { rows } = await query(urlOf(cluster, port, 'postgres'), (client) =>
      client.query('SHOW data_directory'),
    )
    return realpathSync(rows[0].data_directory)
  } catch {
    return undefined
  }
}

/**
 * Starts the server and waits until it answers.
 * @param {Cluster} cluster
 * @param {Record<string, string>} settings
 * @returns {Promise<Running>}
 */
export async function launch(cluster, settings) {
  const log = logFile(cluster)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) truncateSync(log)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(join(cluster.home, 'port'))
    const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    const { code, output } = await runProgram(cluster.account, 'pg_ctl', [
      'start',
      `--pgdata=${dataDirectory(cluster)}`,
      `--log=${log}`,
      '--wait',
      '--timeout=60',
      `--options=${serverOptions(port, settings)}`,
    ])
    const running = code === 0 ? await findRunning(cluster) : undefined
    if (running) return running
    const said = tail(log, before) || output
    // A killed server's children hold its memory for a moment; a port may be taken under our hands.
    if (attempt === startAttempts || !/in use/.test(said)) {
      throw new StartError(`PostgreSQL did not start (${log})`, said)
    }
    await delay(retryMs)
  }
}

/** @param {number} port @param {Record<string, string>} settings */
function serverOptions(port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    // A socket's path must be shorter than many a checkout's.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  }
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
  return [`-p ${port}`, ...flags].join(' ')
}

/** @param {string} path @param {number} from */
function tail(path, from) {
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const start = Math.max(from, size - tailBytes)
    const buffer = Buffer.alloc(size - start)
    readSync(file, buffer, 0, buffer.length, start)
    return buffer.toString()
  } finally {
    closeSync(file)
  }
}

/** @param {Cluster} cluster */
export async function shutDown(cluster) {
  await runProgram(cluster.account, 'pg_ctl', [
    'stop',
    `--pgdata=${dataDirectory(cluster)}`,
    '--mode=fast',
    '--wait',
    '--timeout=20',
  ])
}
