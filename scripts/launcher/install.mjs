import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'
import { root } from './root.mjs'
import { runNpm } from './run-command.mjs'

/**
 * A lockfile's packages by the folder they go to; the checkout itself is ''.
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages
 */

/**
 * Whether what is installed is what the lockfile asks for. Optional packages may be missing: most
 * are other platforms' binaries.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    const present = installed[folder]
    if (folder === '' || !present) return folder === '' || optional || devOptional
    return present.version === version
  })
}

/** @param {string} path @returns {Packages} */
const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Installs the lockfile's packages if others or none are there. @param {(line: string) => void} log */
export async function ensureInstalled(log) {
  // npm writes this list last, so an install that was cut short has none.
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (existsSync(installed) && isInstalled(wanted, readPackages(installed))) return
  log('Installing packages (about a minute)')
  // Not `npm ci`: it refuses a lockfile that lacks other platforms' optional packages, which is what
  // npm writes where a registry does not carry them. This installs the lockfile's versions as well.
  const { code, output } = await runNpm(['install', '--no-save', '--include=dev', '--no-fund'])
  if (code !== 0) throw new Problem(`The packages could not be installed:\n${output}`)
}
