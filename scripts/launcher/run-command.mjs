import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

/** @typedef {{ code: number, output: string }} Result */

/**
 * Runs a program in the checkout, to its end, with no input. What it prints comes back in one
 * string. A program that can't be started counts as failed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number }} [options]
 * @returns {Promise<Result>}
 */
export function runCommand(command, args, { env = {}, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs ? { timeout: timeoutMs } : {}),
    })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs one of the installed packages' programs.
 * @param {string} script its file below node_modules
 * @param {string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export const runInstalled = (script, args, options) =>
  runCommand(process.execPath, [join(root, 'node_modules', script), ...args], options)

/**
 * npm by way of whatever started this process, or else the one on the PATH.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, ...args])
  if (process.platform !== 'win32') return runCommand('npm', args)
  return runCommand(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args])
}

/**
 * The first of these programs that is on the PATH.
 * @param {string[]} names
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .find((path) => existsSync(path))
}
