import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** @import { Account } from './account.mjs' */

/** `code` is null when a signal ended the program. @typedef {{ code: number | null, output: string }} Result */

/** What the programs may know of our environment; the gateway's key, for one, is not theirs. */
const inherited = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'DYLD_LIBRARY_PATH']

/**
 * Runs one of PostgreSQL's programs to its end.
 * @param {Account} account
 * @param {'initdb' | 'pg_ctl'} program
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
export function runProgram(account, program, args) {
  const [command = '', ...rest] = [...account.prefix, join(account.bin, program), ...args]
  const { uid, gid } = account
  /** @type {Record<string, string | undefined>} */
  const env = { LC_ALL: 'C', TZ: 'UTC' }
  for (const name of inherited) env[name] = process.env[name]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: account.home,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid }),
    })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    // The server that pg_ctl starts keeps these pipes: after a success they would never close.
    child.on('exit', (code) => {
      if (code !== 0) return
      child.stdout.destroy()
      child.stderr.destroy()
    })
  })
}
