import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs'
import { startServer } from '@/scripts/start-server'
import { createSimulator } from '@/lib/simulator/simulator'
import { apiKey, ownUrl } from './support/addresses'
import { expect, test } from './support/test'

/** The key as it is and in the disguises that logs and dumps give to texts, whole and in parts. */
function disguises(key: string): string[] {
  const bytes = Buffer.from(key)
  const parts = Array.from({ length: key.length - 11 }, (_, at) => key.slice(at, at + 12))
  return [
    ...parts,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    encodeURIComponent(key),
    [...key].reverse().join(''),
  ]
}

function leaksIn(text: string): string[] {
  return disguises(apiKey).filter((disguise) => text.includes(disguise))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? path.join(entry.parentPath, entry.name) : []))
}

async function dump(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  const rows = await Promise.all(
    tables.rows.map(({ name }) => client.query(`SELECT row_to_json(t)::text FROM "${name}" t`)),
  )
  await client.end()
  return JSON.stringify(rows.map((result) => result.rows))
}

test('the key reaches the gateway and nothing else', async ({ page, complaints }, info) => {
  test.setTimeout(180_000)
  const address = ownUrl(info)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-canary-'))
  const gatewayDir = await mkdtemp(path.join(tmpdir(), 'dailies-canary-gateway-'))
  const simulator = await createSimulator({
    dataDir: gatewayDir,
    speed: 50,
    key: apiKey,
    ffmpeg: null,
  })
  const postgres = await startPostgres({ dataDir, log: () => {} })
  const server = await startServer({
    PORT: new URL(address).port,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres.url,
    SEEDANCE_API_KEY: apiKey,
    SEEDANCE_BASE_URL: simulator.url,
    SIMULATOR_SPEED: '50',
    LOG_LEVEL: 'debug',
  })

  const seen: string[] = []
  async function call(method: string, url: string, body?: unknown): Promise<string> {
    const response = await fetch(`${address}${url}`, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = JSON.stringify([...response.headers]) + (await response.text())
    seen.push(text)
    return text
  }

  const create = { match: { path: '/seedance/videos' }, times: 1 }
  simulator.fault({ kind: 'refuse', code: 20001, msg: `bad key ${apiKey}` }, create)
  simulator.fault({ kind: 'http_status', status: 401, body: 'html' }, create)
  simulator.fault({ kind: 'broken_json' }, create)
  simulator.fault({ kind: 'drop_reply' }, create)
  for (const prompt of ['refused', 'unauthorised', 'broken', 'dropped', 'taken', 'sim:face']) {
    await call('POST', '/api/tasks', { model: 'seedance2.0-mini', prompt, duration: 4 })
  }
  await call('POST', '/api/tasks', { model: 'nothing', prompt: apiKey.slice(0, 3) })
  await expect
    .poll(
      async () =>
        /"status":"(submitting|queued|processing)"|"pending"/.test(await call('GET', '/api/tasks')),
      {
        timeout: 60_000,
      },
    )
    .toBe(false)
  for (const url of [
    '/api/models',
    '/api/balance',
    '/api/health',
    '/api/tasks/nothing',
    '/api/tasks?limit=0',
  ]) {
    await call('GET', url)
  }
  await page.goto(address)
  await page.getByRole('article').first().getByRole('link').last().click()
  await page.waitForURL(/\/tasks\//)
  seen.push(await page.content())
  complaints.length = 0
  for (const url of ['/', new URL(page.url()).pathname, '/nowhere']) {
    seen.push(await (await fetch(`${address}${url}`)).text())
    seen.push(await (await fetch(`${address}${url}`, { headers: { rsc: '1' } })).text())
  }

  const asked = simulator.requests().filter(({ path: asked }) => asked.includes('/api/open-api/'))
  expect(asked.length).toBeGreaterThan(6)
  expect(leaksIn(seen.join('\n'))).toEqual([])
  expect(leaksIn(server.output())).toEqual([])
  expect(leaksIn(await dump(postgres.url))).toEqual([])
  for (const file of await filesBelow('.next/static')) {
    expect(leaksIn(await readFile(file, 'latin1')), file).toEqual([])
  }
  for (const file of await filesBelow(dataDir)) {
    expect(leaksIn(await readFile(file, 'latin1').catch(() => '')), file).toEqual([])
  }

  await server.stop()
  await simulator.close()
  await postgres.stop()
  for (const folder of [dataDir, gatewayDir]) await rm(folder, { recursive: true, force: true })
})
