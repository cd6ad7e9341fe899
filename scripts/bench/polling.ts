import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSimulator } from '@/lib/simulator/simulator'
import { startPostgres } from '../postgres/start-postgres.mjs'
import { startServer } from '../start-server'

const tasks = 20
const watchedMilliseconds = 90_000
const lookEveryMilliseconds = 2_000

/**
 * Questions the gateway gets about each of 20 running tasks in a minute and a half, with so many servers on one
 * database and so many people looking.
 */
export async function measurePolling(servers: number, viewers: number): Promise<number> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-polling-'))
  const postgres = await startPostgres({ dataDir, log: () => {} })
  const simulator = await createSimulator({
    dataDir: path.join(dataDir, 'simulator'),
    ffmpeg: null,
  })
  const addresses = Array.from({ length: servers }, (_, at) => `http://127.0.0.1:${3390 + at}`)
  const running = await Promise.all(
    addresses.map((address) =>
      startServer({
        PORT: new URL(address).port,
        DATA_DIR: dataDir,
        DATABASE_URL: postgres.url,
        SEEDANCE_API_KEY: 'sk-polling',
        SEEDANCE_BASE_URL: simulator.url,
        LOG_LEVEL: 'error',
      }),
    ),
  )

  const ids: string[] = []
  for (let at = 0; at < tasks; at += 1) ids.push(await create(addresses[0] ?? ''))
  const until = Date.now() + watchedMilliseconds
  await Promise.all(
    Array.from({ length: viewers }, (_, at) =>
      look(`${addresses[at % servers]}/api/tasks/updates?ids=${ids.join(',')}`, until),
    ),
  )
  const questions = simulator
    .requests()
    .filter(({ method, path: asked }) => method === 'GET' && asked.includes('/videos/vid')).length

  await Promise.all(running.map((server) => server.stop()))
  await simulator.close()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
  return questions / tasks
}

async function create(address: string): Promise<string> {
  const response = await fetch(`${address}/api/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ model: 'seedance2.0-mini', prompt: 'sim:stuck', duration: 4 }),
  })
  const { id }: { id: string } = await response.json()
  return id
}

/** One person's browser, polling as ours does. */
async function look(url: string, until: number): Promise<void> {
  while (Date.now() < until) {
    const response = await fetch(url)
    await response.arrayBuffer()
    await new Promise((resolve) => setTimeout(resolve, lookEveryMilliseconds))
  }
}
