/**
 * `npm run chaos -- --kills 100`: kills the server at random moments under load, then joins three
 * ledgers: what clients asked for, what the simulator charged, and what the database says.
 * Exits with 1 when one creation was charged twice, a charge has no row, or a row claims a charge
 * that did not happen.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createSimulator } from '@/lib/simulator/simulator'
import { startClients } from './chaos/clients'
import { joinLedgers, report } from './chaos/ledgers'
import { startServer, type Server } from './start-server'
import { startPostgres } from './postgres/start-postgres.mjs'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    clients: { type: 'string', default: '4' },
    port: { type: 'string', default: '3399' },
  },
})
const kills = Number(values.kills)
const port = Number(values.port)

const say = (line: string) => void process.stdout.write(`${line}\n`)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-chaos-'))
const postgres = await startPostgres({ dataDir, log: () => {} })
const simulator = await createSimulator({
  dataDir: path.join(dataDir, 'simulator'),
  speed: 20,
  startBalance: 1e6,
  ffmpeg: null,
})
const address = `http://127.0.0.1:${port}`
const environment = {
  PORT: String(port),
  DATA_DIR: dataDir,
  DATABASE_URL: postgres.url,
  SEEDANCE_API_KEY: 'sk-chaos',
  SEEDANCE_BASE_URL: simulator.url,
  SIMULATOR_SPEED: '20',
  LOG_LEVEL: 'error',
}

let server: Server = await startServer(environment)
const clients = startClients(address, Number(values.clients))
for (let killed = 1; killed <= kills; killed += 1) {
  await pause(150 + Math.random() * 500)
  await server.kill()
  server = await startServer(environment)
  if (killed % 10 === 0)
    say(`killed ${killed} of ${kills}, ${clients.asked().length} tasks asked for`)
}
const asked = await clients.stop()
say('Letting every task come to its end')
const tasks = await server.settled(address)
const ledgers = joinLedgers({
  asked,
  charges: simulator.ledger(),
  created: simulator.tasks(),
  tasks,
})
say(report(ledgers, kills))

await server.kill()
await simulator.close()
await postgres.stop()
await rm(dataDir, { recursive: true, force: true })
process.exit(ledgers.broken ? 1 : 0)
