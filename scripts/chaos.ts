/**
 * `npm run chaos -- --kills 100`: kills the server at random moments under load, then joins three
 * ledgers: what clients asked for, what the simulator charged, and what the database says.
 * Exits with 1 when one creation was charged twice, a charge has no row, or a row claims a charge
 * that did not happen. With `--approval` every clip waits for the approval of its material, and what
 * must not be is an item submitted twice, a task created twice, or one that is forgotten.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createSimulator } from '@/lib/simulator/simulator'
import { startApprovalClients, unanswered } from './chaos/approval-clients'
import { countUnderWay, joinApprovals, reportApprovals } from './chaos/approval-ledgers'
import { startClients, type Clients } from './chaos/clients'
import { joinLedgers, report } from './chaos/ledgers'
import { startServer, type Server } from './start-server'
import { startPostgres } from './postgres/start-postgres.mjs'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    clients: { type: 'string', default: '4' },
    port: { type: 'string', default: '3399' },
    approval: { type: 'boolean', default: false },
  },
})
const kills = Number(values.kills)
const port = Number(values.port)

/** Milliseconds between two kills, at most: a clip that waits has more stations to be killed at. */
const longestLife = values.approval ? 5_000 : 500

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

/** Kills the server while the clients are at work; answers with what they asked for. */
async function killUnder<One>(clients: Clients<One>): Promise<readonly One[]> {
  for (let killed = 1; killed <= kills; killed += 1) {
    await pause(150 + Math.random() * longestLife)
    await server.kill()
    server = await startServer(environment)
    if (killed % 10 === 0)
      say(`killed ${killed} of ${kills}, ${clients.asked().length} tasks asked for`)
  }
  const asked = await clients.stop()
  say('Letting every task come to its end')
  return asked
}

async function creates() {
  const asked = await killUnder(startClients(address, Number(values.clients)))
  const tasks = await server.settled(address)
  const created = simulator.tasks()
  const found = joinLedgers({ asked, charges: simulator.ledger(), created, tasks })
  return { text: report(found, kills), broken: found.broken }
}

async function approvals() {
  simulator.fault(
    { kind: 'drop_reply', after_charge: true },
    { match: { path: '/seedance/assets/audit', body_includes: unanswered } },
  )
  const asked = await killUnder(startApprovalClients(address, Number(values.clients)))
  const tasks = await server.settled(address)
  const assetsUnderWay = await countUnderWay(address)
  const found = joinApprovals({ asked, simulator, tasks, assetsUnderWay })
  return { text: reportApprovals(found, kills), broken: found.broken }
}

let server: Server = await startServer(environment)
const { text, broken } = await (values.approval ? approvals() : creates())
say(text)

await server.kill()
await simulator.close()
await postgres.stop()
await rm(dataDir, { recursive: true, force: true })
process.exit(broken ? 1 : 0)
