import { execFile } from 'node:child_process'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createLocalStorage } from '@/lib/server/media/local'
import { mediaKey } from '@/lib/server/media/storage'
import { findOrphans } from '@/lib/server/media-items/orphans'
import { createTestApp } from './app'
import { png, stored, upload } from './media-api'
import { createTestDatabase } from './postgres/test-database'

const left = ['media-killed-1-thumb.webp', 'media-killed-1.png', 'upload-never-completed']
const clip = '0199-a-clip-of-a-task.mp4'

it('files that no item names are found once no upload can be under way any more', async () => {
  const app = await createTestApp()
  const { storage } = app.context
  await upload(app, await png(1), 'kept.png')
  for (const key of [...left, clip]) await storage.write(mediaKey(key), [Buffer.from('x')])
  const before = await stored(app)

  expect(await findOrphans(app.context)).toEqual([])
  app.advance(25 * 3600)
  expect((await findOrphans(app.context)).sort()).toEqual(left)
  expect(await stored(app)).toEqual(before)
  await app.close()
})

it('the script tells them, and removes them when it is asked to', async () => {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-orphans-'))
  const folder = path.join(dataDir, 'media')
  const storage = createLocalStorage(folder)
  const old = new Date(Date.now() - 25 * 3600 * 1000)
  for (const key of [...left, clip]) {
    await storage.write(mediaKey(key), [Buffer.from('x')])
    await utimes(path.join(folder, key), old, old)
  }
  await storage.write(mediaKey('media-under-way.png'), [Buffer.from('x')])
  const run = async (...options: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...['--import', 'tsx', '--conditions', 'react-server'],
        ...['scripts/storage-tidy.ts', ...options],
      ],
      { env: { ...process.env, STORAGE: '', DATABASE_URL: database.url, DATA_DIR: dataDir } },
    )
    return stdout.trim().split('\n').sort()
  }
  const keys = async () => {
    const found: string[] = []
    for await (const key of storage.keys()) found.push(key)
    return found.sort()
  }

  expect(await run()).toEqual(['3 files that no item names; --delete removes them', ...left])
  expect(await keys()).toHaveLength(5)
  expect(await run('--delete')).toEqual(['3 files removed', ...left])
  expect(await keys()).toEqual([clip, 'media-under-way.png'])
  expect(await run()).toEqual(['0 files that no item names; --delete removes them'])
  await database.drop()
  await rm(dataDir, { recursive: true })
}, 120_000)
