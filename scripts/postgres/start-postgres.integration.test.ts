import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startPostgres } from './start-postgres.mjs'

let dataDir: string
let started: Awaited<ReturnType<typeof startPostgres>>[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dailies-cluster-'))
  started = []
})

afterEach(async () => {
  for (const server of started) await server.stop()
  await rm(dataDir, { recursive: true })
})

async function start(settings: Record<string, string> = { fsync: 'off' }) {
  const server = await startPostgres({ dataDir, log: () => {}, settings })
  started.push(server)
  return server
}

const pidFile = () => join(dataDir, 'postgres/cluster/postmaster.pid')

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

const answers = (url: string) =>
  vi.waitFor(async () => expect(await ask(url, 'SELECT 1')).toEqual([1]), { timeout: 15_000 })

describe('startPostgres', () => {
  test('starts a durable server that knows Unicode, in UTC, for this machine only', async () => {
    const { url } = await start({})
    expect(
      await ask(
        url,
        `SELECT current_setting('server_encoding'), current_setting('timezone'),
           current_setting('fsync'), current_setting('listen_addresses'), 'Ä' ILIKE 'ä'`,
      ),
    ).toEqual(['UTF8', 'UTC', 'on', '127.0.0.1', true])
  })

  test('keeps its password and data from other users', async () => {
    const { url } = await start()
    const modes = await Promise.all(
      ['postgres', 'postgres/password', 'postgres/cluster'].map(async (path) => {
        const { mode } = await stat(join(dataDir, path))
        return (mode & 0o777).toString(8)
      }),
    )
    expect(modes).toEqual(['700', '600', '700'])
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password/)
  })

  test('two launchers share one server, and the last to leave ends it', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect(second.pid).toBe(first.pid)
    expect([first.reused, second.reused].sort()).toEqual([false, true])

    await first.stop()
    expect(await ask(second.url, 'SELECT 1')).toEqual([1])
    await second.stop()
    started = []
    await expect(ask(second.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  test('brings a killed server back at the same address, with its data', async () => {
    const { url, pid } = await start()
    await ask(url, 'CREATE TABLE kept AS SELECT 7 AS n')
    process.kill(pid, 'SIGKILL')
    await answers(url)
    expect(await ask(url, 'SELECT n FROM kept')).toEqual([7])
  })

  test.each([
    ['a process that is gone', 2 ** 22 + 1],
    ['another program', process.pid],
  ])('starts although its lock file names %s', async (_, pid) => {
    await (await start()).stop()
    started = []
    await writeFile(pidFile(), `${pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready\n`)
    const { url } = await start()
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('finishes what a launcher killed half-way left undone', async () => {
    await (await start()).stop()
    started = []
    const home = join(dataDir, 'postgres')
    await rm(join(home, 'cluster'), { recursive: true })
    await rm(join(home, 'password'))
    await writeFile(join(home, 'lock'), String(2 ** 22 + 1))
    const { url } = await start()
    expect(await ask(url, 'SELECT 1')).toEqual([1])
    expect(await readdir(home)).toEqual(['cluster', 'log', 'password', 'port'])
    expect(await readFile(join(home, 'password'), 'utf8')).toBe(new URL(url).password)
  })
})
