import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** @import { AddressInfo } from 'node:net' */

/**
 * A free port on the loopback address: the one that the file remembers if it is free, so that a
 * running app finds a restarted server again. The file keeps the answer.
 * @param {string} file
 */
export async function choosePort(file) {
  const saved = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (saved && (await tryPort(saved))) || (await tryPort(0))
  if (!port) throw new Error('No free port on 127.0.0.1')
  writeFileSync(file, String(port))
  return port
}

/**
 * @param {number} port 0 = any
 * @returns {Promise<number | undefined>} the port, or nothing when it is taken
 */
export function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {AddressInfo} */ (server.address())
      server.close(() => resolve(address.port))
    })
  })
}
