import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What never ends up in the product. */
const ignored = /(^|\/)(generated|node_modules)(\/|$)|\.test\.tsx?$/

/**
 * A digest of these files and folders: it changes when one of their files changes, comes or goes.
 * @param {string} base
 * @param {string[]} paths relative to `base`; those that don't exist count as empty
 */
export function digest(base, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((entry) => listFiles(base, entry)).sort()) {
    const content = readFileSync(join(base, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} base @param {string} path @returns {string[]} */
function listFiles(base, path) {
  if (ignored.test(path) || !existsSync(join(base, path))) return []
  try {
    return readdirSync(join(base, path)).flatMap((name) => listFiles(base, `${path}/${name}`))
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path]
    throw error
  }
}

/**
 * Does `work` unless it was done, to its end, for the same `value`.
 * @param {{ stamp: string, value: string, product: string }} made `stamp` is the file that remembers
 *   the value, `product` what the work makes
 * @param {() => Promise<void>} work
 */
export async function once({ stamp, value, product }, work) {
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, value)
}
