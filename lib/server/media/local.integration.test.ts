import { mkdtemp, open, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalStorage } from './local'
import { mediaKey } from './storage'
import { describeStorage } from './storage.contract'

let root: string

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'dailies-local-'))
})
afterAll(() => rm(root, { recursive: true }))

const freshFolder = async () => path.join(await mkdtemp(path.join(root, 's-')), 'media')

describeStorage('the local disk', async () => createLocalStorage(await freshFolder()))

const key = mediaKey('some-clip.mp4')

/** Files of `folder` that this process has open; only Linux tells. */
async function openIn(folder: string): Promise<string[]> {
  const links = (await readdir('/proc/self/fd')).map((fd) =>
    readlink(`/proc/self/fd/${fd}`).catch(() => ''),
  )
  return (await Promise.all(links)).filter((target) => target.startsWith(folder))
}

test.skipIf(process.platform !== 'linux')(
  'a stream holds the file open only while it is being read',
  async () => {
    const folder = await freshFolder()
    const storage = createLocalStorage(folder)
    await storage.write(key, [Buffer.alloc(200_000)])

    const abandoned = await storage.read(key)
    expect(await openIn(folder)).toEqual([])

    const reader = (await storage.read(key))?.getReader()
    await reader?.read()
    expect(await openIn(folder)).toHaveLength(1)
    await reader?.cancel()
    expect(await openIn(folder)).toEqual([])

    const impatient = (await storage.read(key))?.getReader()
    const first = impatient?.read()
    await impatient?.cancel()
    await first
    expect(await openIn(folder)).toEqual([])

    await new Response(abandoned).arrayBuffer()
    expect(await openIn(folder)).toEqual([])
  },
)

test('a stream of a file that shrank fails instead of ending early', async () => {
  const folder = await freshFolder()
  const storage = createLocalStorage(folder)
  await storage.write(key, [Buffer.alloc(200_000)])
  const stream = await storage.read(key)
  const file = await open(path.join(folder, key), 'r+')
  await file.truncate(100_000)
  await file.close()
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow()
})

test('nobody else can be sent to the disk', async () => {
  const storage = createLocalStorage(await freshFolder())
  await storage.write(key, [Buffer.from('bytes')])
  expect(await storage.signedUrl(key, { seconds: 60 })).toBeNull()
  expect(await storage.signedUpload(key, { bytes: 5, type: 'video/mp4', seconds: 60 })).toBeNull()
})

test('spans beyond 4 GiB are read', async () => {
  const folder = await freshFolder()
  const storage = createLocalStorage(folder)
  await storage.write(key, [])
  const far = 5 * 1024 ** 3
  const file = await open(path.join(folder, key), 'r+')
  await file.write(Buffer.from('far away'), 0, 8, far)
  await file.close()
  const stream = await storage.read(key, { start: far, end: far + 7 })
  expect(await new Response(stream).text()).toBe('far away')
})

test('nothing but the file remains after writes, failed ones included', async () => {
  const folder = await freshFolder()
  const storage = createLocalStorage(folder)
  await storage.begin(key, 'note')
  await storage.append(key, 0, [Buffer.from('abc')])
  await storage.write(key, [Buffer.from('whole')])
  const failing = (async function* () {
    yield Buffer.from('half')
    throw new Error('broken')
  })()
  await expect(storage.write(key, failing)).rejects.toThrow('broken')
  expect(await readdir(folder)).toEqual([key])
})
