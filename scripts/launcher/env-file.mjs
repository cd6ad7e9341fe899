import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/**
 * Adds the variables of a file to the environment. A variable that is set already wins; empty
 * counts as not set, on either side.
 * @param {string} path
 * @param {Record<string, string | undefined>} [env]
 */
export function loadEnvFile(path, env = process.env) {
  if (!existsSync(path)) return
  for (const [name, value] of Object.entries(parseEnv(readFileSync(path, 'utf8')))) {
    if (value && !env[name]) env[name] = value
  }
}
