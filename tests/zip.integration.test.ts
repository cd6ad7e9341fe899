import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { zipManifestSchema, type ZipManifest } from '@/lib/schemas/zip'
import { mediaKey } from '@/lib/server/media/storage'
import { zipTasks } from '@/lib/server/zip/service'
import { bundled } from './bundled'
import { createTeamApp, type Caller, type TeamApp } from './members'
import { createTestDatabase } from './postgres/test-database'
import { storageKinds } from './storage-kind'
import { plantClip, zipContext } from './zip-support'
import { readZip, unzipTest, type ReadEntry } from './zip-reader'

const bytesOf = (fill: number, length = 200_000) => Buffer.alloc(length, fill)
const zipPath = (ids: string[]) => `/api/tasks/zip?ids=${ids.join(',')}`

function manifestOf(entries: ReadEntry[]): ZipManifest {
  const entry = entries.find(({ name }) => name === 'manifest.json')
  return z.parse(zipManifestSchema, JSON.parse(String(entry?.bytes)))
}

describe.each(storageKinds)('the archive, from storage of kind %s', (storage) => {
  let app: TeamApp
  let author: Caller

  beforeAll(async () => {
    app = await createTeamApp({ storage })
    author = await app.as('creator')
  })
  afterAll(() => app.close())

  const plant = (fill: number, options: Parameters<typeof plantClip>[2] = {}) =>
    plantClip(app.context, bytesOf(fill), { authorId: author.member.id, ...options })
  const zipOf = async (ids: string[], caller = author) => {
    const response = await caller.request('GET', zipPath(ids))
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }

  it('holds the clips asked for, in their order, and a manifest that tells of them', async () => {
    const clips = [
      await plant(1, { title: '纸船漂过水面' }),
      await plant(2, { title: 'CON' }),
      await plant(3, { title: '../../up: "and" away?', prompt: '=HYPERLINK("x")' }),
      await plant(4, { title: null, prompt: '灯笼 drift over a lake' }),
    ]
    const zip = await zipOf(clips.map(({ id }) => id))
    const entries = readZip(zip)
    const manifest = manifestOf(entries)
    expect(manifest.clips.map(({ id }) => id)).toEqual(clips.map(({ id }) => id))
    expect(entries.map(({ name }) => name)).toEqual([
      ...manifest.clips.map(({ file }) => file),
      'manifest.json',
      'manifest.csv',
    ])
    expect(entries[0]?.name).toMatch(/^纸船漂过水面 /)
    expect(entries[2]?.name).toMatch(/^up- -and- away /)
    for (const [at, { bytes }] of entries.slice(0, 4).entries()) {
      expect(bytes.equals(bytesOf(at + 1))).toBe(true)
      expect(manifest.clips[at]).toMatchObject({
        sha256: clips[at]?.sha256,
        bytes: 200_000,
        problem: null,
        author: { name: 'creator' },
        settings: { duration: 4, resolution: '480p' },
      })
    }
    const csv = String(entries.at(-1)?.bytes)
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain('"纸船漂过水面"')
  })

  it('passes unzip -t', async ({ skip }) => {
    const ids = [await plant(5, { title: '雨夜 🌧 tram' }), await plant(6)].map(({ id }) => id)
    const file = path.join(tmpdir(), `dailies-${crypto.randomUUID()}.zip`)
    await writeFile(file, await zipOf(ids))
    const verdict = await unzipTest(file)
    await rm(file)
    if (!verdict) return skip('there is no unzip on this machine; readZip has read the same')
    expect(verdict.output).toContain('No errors detected')
    expect(verdict.code).toBe(0)
  })

  it('names what could not be read, and stays sound', async () => {
    const [whole, gone, short, unsaved] = [
      await plant(7),
      await plant(8),
      await plant(9),
      await plant(10, { archive: 'pending' }),
    ]
    await app.context.storage.remove(mediaKey(`${gone.id}.mp4`))
    await app.context.storage.write(mediaKey(`${short.id}.mp4`), [bytesOf(9, 1000)])
    const ids = [gone, short, unsaved, whole].map(({ id }) => id)
    const entries = readZip(await zipOf(ids))
    expect(manifestOf(entries).clips).toMatchObject([
      { id: gone.id, file: null, problem: 'unreadable' },
      { id: short.id, file: expect.any(String), problem: 'incomplete' },
      { id: unsaved.id, file: null, problem: 'not_saved' },
      { id: whole.id, problem: null },
    ])
    expect(entries).toHaveLength(4)
  })

  it('mentions nothing that the member may not see', async () => {
    const [mine, hers] = [await plant(11), await plant(12, { visibility: 'private' })]
    const other = await app.join('viewer')
    const unknown = crypto.randomUUID()
    const entries = readZip(await zipOf([hers.id, unknown, mine.id, mine.id], other))
    expect(manifestOf(entries).clips.map(({ id }) => id)).toEqual([mine.id])
    for (const ids of [[hers.id], [unknown]]) {
      expect((await other.request('GET', zipPath(ids))).status).toBe(404)
    }
    expect((await app.request('GET', zipPath([mine.id]))).status).toBe(401)
  })

  it('is one stream without length or ranges, kept by nobody', async () => {
    const { id } = await plant(13)
    const response = await author.request('GET', zipPath([id]), { headers: { range: 'bytes=0-9' } })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'none',
      'cache-control': 'private, no-store',
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(/filename="Dailies \d{4}-\d\d-\d\d\.zip"/),
    })
    expect(response.headers.get('content-length')).toBeNull()
    await response.body?.cancel()
    expect((await author.request('GET', '/api/tasks/zip?ids=nothing')).status).toBe(422)
  })

  it('reads no further once nobody takes it', async () => {
    const clips = []
    for (let fill = 20; fill < 26; fill += 1) clips.push(await plant(fill))
    const opened: string[] = []
    let closed = 0
    const { storage: real } = app.context
    const counted: typeof real = {
      ...real,
      async read(key, span) {
        const body = await real.read(key, span)
        if (!body) return null
        opened.push(key)
        const reader = body.getReader()
        return new ReadableStream(
          {
            async pull(controller) {
              const { done, value } = await reader.read()
              if (done) controller.close()
              else controller.enqueue(value)
            },
            async cancel(reason) {
              closed += 1
              await reader.cancel(reason)
            },
          },
          { highWaterMark: 0 },
        )
      },
    }
    const response = await zipTasks(
      { ...app.context, storage: counted },
      author.member,
      clips.map(({ id }) => id),
    )
    const reader = response.body!.getReader()
    for (let bytes = 0; bytes < 300_000;) bytes += (await reader.read()).value?.length ?? 0
    await reader.cancel()
    await new Promise((resolve) => setImmediate(resolve))
    expect(opened).toHaveLength(2)
    expect(closed).toBe(1)
  })
})

it('of 200 clips takes less than 32 MB of memory', async () => {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-zip-'))
  const program = await bundled('tests/zip-memory.ts')
  const { db, storage, egress } = zipContext({ databaseUrl: database.url, dataDir })
  try {
    const clip = bytesOf(1, 4_000_000)
    const { id: first } = await plantClip({ db, storage }, clip)
    const ids = [first]
    while (ids.length < 200) {
      const { id } = await plantClip({ db, storage }, clip, { videoKey: `${first}.mp4` })
      ids.push(id)
    }
    const child = spawn(process.execPath, [program.file], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(JSON.stringify({ databaseUrl: database.url, dataDir, ids }))
    const { bytes, grown } = JSON.parse(await text(child.stdout))
    expect(bytes).toBeGreaterThan(200 * 4_000_000)
    expect(grown).toBeLessThan(32 * 1024 * 1024)
  } finally {
    await egress.close()
    await db.$disconnect()
    await rm(program.folder, { recursive: true })
    await rm(dataDir, { recursive: true })
    await database.drop()
  }
}, 120_000)
