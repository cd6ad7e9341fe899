import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { addressOf } from './client-address.mjs'
import { Problem } from './problem.mjs'
import { root } from './root.mjs'

const loopback = '127.0.0.1'
/** Pages being worked on hold their socket open for ever: those are not waited for. */
const drainMs = { production: 10_000, development: 300 }

/** @param {number} port */
const portTaken = (port) =>
  new Problem(
    `Port ${port} is taken. End what uses it, or choose another one: PORT=${port + 1} npm run up`,
  )

/**
 * Where to listen: other machines reach us only where a team has accounts and opens us by a name of theirs.
 * @param {string | undefined} appUrl APP_URL
 */
export function hostFor(appUrl) {
  if (!appUrl || !URL.canParse(appUrl)) return loopback
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(appUrl).hostname) ? loopback : '0.0.0.0'
}

/**
 * Resolves if a server could listen there.
 * @param {number} port
 * @param {string} hostname
 * @returns {Promise<void>}
 */
export function requireFreePort(port, hostname) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', () => reject(portTaken(port)))
    server.listen(port, hostname, () => server.close(() => resolve()))
  })
}

/**
 * Serves the app from this very process, so that ending the process ends the server.
 * @param {{ dev: boolean, port: number, hostname: string }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `close` lets requests under way
 *   end, for at most 10 s
 */
export async function serve({ dev, port, hostname }) {
  const mode = dev ? 'development' : 'production'
  Object.assign(process.env, { NODE_ENV: mode })
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { default: next } = await import('next')
  // The largest upload on a slow line takes longer than the five minutes that Node allows a request.
  const server = createServer({ requestTimeout: 6 * 3600 * 1000 })
  const app = next({ dev, dir: root, hostname, port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => {
    request.headers['x-forwarded-for'] = addressOf(request)
    void handle(request, response)
  })
  await new Promise((resolve, reject) => {
    server.on('error', () => reject(portTaken(port)))
    server.listen(port, hostname, () => resolve(undefined))
  })
  const url = `http://${loopback}:${port}`
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await Promise.race([closed, delay(drainMs[mode], undefined, { ref: false })])
    server.closeAllConnections()
    await app.close()
  }
  // Next answers before the instrumentation hook is through, and goes on after it failed; the first
  // answer waits for it.
  const { status } = await fetch(`${url}/api/health`)
  if (status !== 500) return { url, close }
  await close()
  throw new Problem('Dailies could not start; the reason stands above.')
}
