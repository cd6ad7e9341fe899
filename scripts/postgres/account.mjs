import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../launcher/problem.mjs'

/** @import { Distribution } from './binaries.mjs' */

/**
 * Who runs PostgreSQL and where its cluster lies. The server refuses to run as root, so root needs
 * another identity that can still reach both the programs and the data.
 *
 * `prefix` goes before every command; `uid` and `gid`, when present, are what it runs as.
 * @typedef {{ home: string, bin: string, prefix: string[], uid?: number, gid?: number }} Account
 */

/**
 * @param {string} home where the cluster lies unless root has to keep it elsewhere; exists
 * @param {Distribution} distribution
 * @returns {Account}
 */
export function chooseAccount(home, distribution) {
  const bin = join(distribution.native, 'bin')
  const inPlace = { home, bin, prefix: [] }
  if (process.getuid?.() !== 0) return inPlace

  const elsewhere = join('/var/lib', `dailies-${shortHash(home)}`)
  if (existsSync(join(elsewhere, 'cluster'))) return separate(elsewhere, distribution)

  const owner = clusterOwner(home)
  if (owner && owner.uid !== 0) return { ...inPlace, ...owner }

  const nobody = findNobody()
  const namespace = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`]
  if (canWork(namespace, home, bin)) return { ...inPlace, prefix: namespace }

  mkdirSync(elsewhere, { recursive: true })
  if (owner) {
    const unfinished = join(elsewhere, 'cluster.new')
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(join(home, 'cluster'), unfinished, { recursive: true })
    renameSync(unfinished, join(elsewhere, 'cluster'))
  }
  return separate(elsewhere, distribution)
}

/**
 * The way of root where user namespaces are off: programs and cluster under /var/lib, another user's.
 * @param {string} home
 * @param {Distribution} distribution
 * @returns {Account}
 */
function separate(home, distribution) {
  const { uid, gid } = findNobody()
  const native = join(home, distribution.version)
  if (!existsSync(native)) {
    const unfinished = `${native}.new`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(distribution.native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, native)
  }
  chmodSync(home, 0o700)
  giveTo(home, uid, gid)
  return { home, bin: join(native, 'bin'), prefix: [], uid, gid }
}

/** @param {string} path @param {number} uid @param {number} gid */
function giveTo(path, uid, gid) {
  lchownSync(path, uid, gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) giveTo(child, uid, gid)
    else lchownSync(child, uid, gid)
  }
}

/** @param {string} home */
function clusterOwner(home) {
  const stat = statSync(join(home, 'cluster'), { throwIfNoEntry: false })
  return stat && { uid: stat.uid, gid: stat.gid }
}

/** initdb looks its user up, so the identity must have a name on this machine. */
function findNobody() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0)
  const user = users.find(({ name }) => name === 'nobody') ?? users[0]
  if (!user) throw new Problem('Root can’t run PostgreSQL, and /etc/passwd has no other user.')
  return user
}

/**
 * Whether commands run that way can start the programs and write the data. A folder of another
 * user that is closed to all others stops even root inside a namespace of its own.
 * @param {string[]} prefix @param {string} home @param {string} bin
 */
function canWork(prefix, home, bin) {
  const [command = '', ...rest] = prefix
  const script = 'test -w "$0" && "$1" --version'
  const { status } = spawnSync(command, [...rest, 'sh', '-c', script, home, join(bin, 'initdb')])
  return status === 0
}

/** @param {string} text */
const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)
