import { rm, readFile, stat, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

const retryMs = 100
const abandonedMs = 120_000

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {string} path @param {number} maxAgeMs */
async function isAbandoned(path, maxAgeMs) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    const age = Date.now() - mtimeMs
    return age > maxAgeMs || (text !== '' && !isAlive(Number(text)))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/**
 * Does `work` while no other process on this machine that uses the same `path` does.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {number} [maxAgeMs] longer than the work ever takes: an older lock is a killed process's,
 *   even if its number belongs to another program by now
 * @returns {Promise<T>}
 */
export async function withFileLock(path, work, maxAgeMs = abandonedMs) {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if (await isAbandoned(path, maxAgeMs)) await rm(path, { force: true })
      else await delay(retryMs)
    }
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}
