import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs'
import { startServer } from '@/scripts/start-server'
import { createSimulator } from '@/lib/simulator/simulator'
import { ownUrl } from './support/addresses'
import { expect, test } from './support/test'

test('a server paused past its lease is overtaken, and its late word changes nothing', async ({}, info) => {
  const [early, late] = [ownUrl(info), ownUrl(info, 1)]
  test.setTimeout(180_000)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-paused-'))
  const postgres = await startPostgres({ dataDir, log: () => {} })
  const simulator = await createSimulator({
    dataDir: path.join(dataDir, 'simulator'),
    speed: 50,
    ffmpeg: null,
  })
  const on = (address: string) =>
    startServer({
      PORT: new URL(address).port,
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url,
      SEEDANCE_API_KEY: 'sk-paused',
      SEEDANCE_BASE_URL: simulator.url,
      SIMULATOR_SPEED: '50',
      LOG_LEVEL: 'error',
    })
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  const row = async (): Promise<{ status: string; archive: string; fence: number }> => {
    const { rows } = await database.query('SELECT status, archive, fence FROM task')
    return rows[0]
  }

  // The first server is paused while it waits for the answer to its first question.
  const first = await on(early)
  simulator.fault({ kind: 'delay', ms: 3_000 }, { match: { path: '/videos/vid' }, times: 1 })
  await fetch(`${early}/api/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'paused' },
    body: JSON.stringify({ model: 'seedance2.0-mini', prompt: 'Paused', duration: 4 }),
  })
  const questions = () =>
    simulator.requests().filter(({ path: asked }) => asked.includes('/videos/vid')).length
  await expect.poll(questions, { timeout: 30_000 }).toBe(1)
  process.kill(first.pid, 'SIGSTOP')
  const held = await row()

  const second = await on(late)
  await expect.poll(async () => (await row()).archive, { timeout: 90_000 }).toBe('saved')
  const settled = await row()
  expect(settled.fence).toBeGreaterThan(held.fence)

  process.kill(first.pid, 'SIGCONT')
  const health = await fetch(`${early}/api/health`)
  expect(health.status).toBe(200)
  expect(await row()).toEqual(settled)
  expect(simulator.ledger()).toHaveLength(1)

  await database.end()
  await first.stop()
  await second.stop()
  await simulator.close()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
})
