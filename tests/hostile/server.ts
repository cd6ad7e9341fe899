import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createContext, provideContext } from '@/lib/server/context'
import { answer } from '../api'

/**
 * The app's handlers in a process of their own, for tests that measure it: `database folder`. Writes
 * its address, and answers `/memory` with its resident and its peak memory (KiB) since it was last asked.
 */
const [database = '', folder = ''] = process.argv.slice(2)

const context = createContext({
  DATABASE_URL: database,
  DATA_DIR: folder,
  SEEDANCE_BASE_URL: 'https://gateway.example',
  EGRESS_ALLOW: '',
  FULL_MAX_SECONDS: 12,
  LOG_LEVEL: 'error',
  s3: null,
  key: 'sk-test',
  simulatorUrl: null,
  pace: 1,
  cronSecret: null,
  ffmpeg: null,
})
provideContext(context)

const server = createServer(async (incoming, outgoing) => {
  if (incoming.url === '/memory') return outgoing.end(JSON.stringify(memory()))
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  )
  const { method } = incoming
  const body = method === 'POST' ? (Readable.toWeb(incoming) as ReadableStream) : null
  const init = { method, headers, body, duplex: 'half' }
  const response = await answer(new Request(`http://127.0.0.1:3000${incoming.url}`, init))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) return outgoing.end()
  await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing).catch(() => undefined)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

/** Only Linux tells; elsewhere nothing grows. */
function memory(): { rest: number; peak: number } {
  globalThis.gc?.()
  if (process.platform !== 'linux') return { rest: 0, peak: 0 }
  const status = readFileSync('/proc/self/status', 'utf8')
  const field = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
  writeFileSync('/proc/self/clear_refs', '5')
  return { rest: field('VmRSS'), peak: field('VmHWM') }
}
