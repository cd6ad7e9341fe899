import { spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEgress, type Egress } from '@/lib/server/egress'
import { createLocalStorage } from '@/lib/server/media/local'
import { createS3Storage } from '@/lib/server/media/s3'
import { mediaKey, type Storage } from '@/lib/server/media/storage'
import { syntheticVideo } from './archive/video-server'
import { bundled } from './bundled'
import { startS3, type S3Server } from './s3/s3-server'
import type { StorageKind } from './storage-kind'

const kills = 10
const files = new Map(
  Array.from({ length: 12 }, (_, at) => {
    const key = mediaKey(at % 4 ? `copied-clip-${at}.mp4` : `copied-${at}-poster.jpg`)
    return [key, syntheticVideo(at % 4 ? 300_000 + at * 90_000 : 40_000, at + 1)] as const
  }),
)
const empty = mediaKey('copied-nothing.mp4')

let dataDir: string
let server: S3Server
let egress: Egress
let storages: Record<StorageKind, Storage>
/** The script translated once, for the runs that are killed. */
let program: Awaited<ReturnType<typeof bundled>>

beforeAll(async () => {
  program = await bundled('scripts/storage-copy.ts')
})
afterAll(() => rm(program.folder, { recursive: true }))

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-copy-'))
  server = await startS3()
  egress = createEgress({ trusted: [server.host], allow: [] })
  storages = {
    local: createLocalStorage(path.join(dataDir, 'media')),
    s3: createS3Storage(server.settings, egress.request),
  }
})
afterEach(async () => {
  await egress.close()
  await server.close()
  await rm(dataDir, { recursive: true })
})

async function fill(storage: Storage): Promise<void> {
  for (const [key, bytes] of files) await storage.write(key, [bytes])
  await storage.write(empty, [])
}

const asPeopleDo = ['--import', 'tsx', '--conditions', 'react-server', 'scripts/storage-copy.ts']

/** Runs the script; `dieAt` kills it at that request to the bucket. */
async function run(args: string[], dieAt = Infinity) {
  const script = dieAt === Infinity ? asPeopleDo : [program.file]
  const child = spawn(process.execPath, [...script, ...args], {
    env: { ...process.env, ...server.variables, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  let left = dieAt
  server.meet(() => {
    left -= 1
    if (left > 0) return
    child.kill('SIGKILL')
    return 'drop'
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  server.meet(() => {})
  return { code, signal, output }
}

async function expectAll(storage: Storage): Promise<void> {
  const found = new Map<string, string>()
  for await (const key of storage.keys()) {
    const bytes = await new Response(await storage.read(key)).arrayBuffer()
    found.set(key, sha256(Buffer.from(bytes)))
  }
  const wanted = [...files].map(([key, bytes]) => [key, sha256(bytes)] as const)
  expect(found).toEqual(new Map([...wanted, [empty, sha256(Buffer.alloc(0))]]))
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe.each<[StorageKind, StorageKind]>([
  ['local', 's3'],
  ['s3', 'local'],
])('from %s to %s', (from, to) => {
  test(`${kills} kills at random moments lose nothing, and leave nothing half done`, async () => {
    await fill(storages[from])
    for (let killed = 0; killed < kills;) {
      const { signal } = await run(
        ['--from', from, '--to', to],
        randomInt(1, from === 'local' ? 60 : 25),
      )
      if (signal === 'SIGKILL') killed += 1
      // It came to its end before its time: the next ones begin anew.
      else for (const key of files.keys()) await storages[to].remove(key)
    }
    const { code, output } = await run(['--from', from, '--to', to])
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain(`${files.size + 1} of ${files.size + 1} verified`)
    await expectAll(storages.local)
    await expectAll(storages.s3)
    const names = [...files.keys(), empty].sort()
    expect([...server.store.objects.keys()].sort()).toEqual(names)
    expect((await readdir(path.join(dataDir, 'media'))).sort()).toEqual(names)

    const moved = await run(['--from', from, '--to', to, '--delete'])
    expect(moved.output).toContain(`0 copied, ${names.length} there already`)
    await expectAll(storages[to])
    expect((await storages[from].keys()[Symbol.asyncIterator]().next()).done).toBe(true)
  }, 240_000)
})

describe('it says what it needs', () => {
  test.each([
    [[]],
    [['--from', 'local']],
    [['--from', 'local', '--to', 'local']],
    [['--form', 's3']],
  ])('%j is no direction', async (args) => {
    expect(await run(args)).toMatchObject({
      code: 1,
      output: expect.stringContaining('--from local --to s3') as string,
    })
  })

  test('a file that cannot be copied is told, and the exit code says so', async () => {
    await fill(storages.local)
    const copying = run(['--from', 'local', '--to', 's3'])
    server.meet(({ key }) => (key.includes('copied-clip-5.mp4') ? 403 : undefined))
    const { code, output } = await copying
    expect(code).toBe(1)
    expect(output).toMatch(/copied-clip-5\.mp4 {2}The bucket answered HEAD with 403/)
    expect(output).toContain('1 failed')
    expect(await storages.s3.head(mediaKey('copied-clip-6.mp4'))).not.toBeNull()
  })
})
