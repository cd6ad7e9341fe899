import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Task } from '@/lib/schemas/task'
import { sweep } from '@/lib/server/engine/loop'
import { mediaKey } from '@/lib/server/media/storage'
import { createTestApp, type TestApp } from '../app'
import { storageKinds } from '../storage-kind'

const input = { model: 'seedance2.0-mini', prompt: 'Rain on a tin roof', duration: 4 }
const hour = 3600

describe.each(storageKinds)('on %s', (storage) => {
  let app: TestApp

  beforeEach(async () => {
    app = await createTestApp({ storage })
  })
  afterEach(() => app.close())

  /** A task whose clip is there to be fetched. */
  async function completed(): Promise<Task> {
    const { id } = await app.create(input)
    return app.settle(id, { until: ({ status }) => status === 'completed' })
  }

  /** What the gateway was asked for. */
  const asked = () =>
    app.simulator.requests().map(({ path, headers }) => ({
      what: path.startsWith('/files/videos/') ? 'clip' : 'task',
      range: headers['range'],
    }))

  async function pass(hours: number): Promise<void> {
    for (let passed = 0; passed < hours; passed += 1) {
      await sweep(app.context)
      app.advance(hour)
    }
  }

  /** The clip ends up in storage, whole. */
  async function expectSaved(id: string): Promise<void> {
    const task = await app.settle(id)
    expect(task).toMatchObject({ status: 'completed', archive: { status: 'saved' } })
    const stored = await app.context.storage.read(mediaKey(`${id}.mp4`))
    const bytes = Buffer.from(await new Response(stored).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(task.result?.sha256)
    const played = await app.request('GET', `/api/tasks/${id}/video`)
    expect(bytes.equals(Buffer.from(await played.arrayBuffer()))).toBe(true)
  }

  test('a link that dies in the middle of a download is renewed, and the rest is fetched', async () => {
    const { id } = await completed()
    const before = asked().length
    app.simulator.fault({ kind: 'truncated_video', at_bytes: 20_000 }, { times: 1 })
    await sweep(app.context)
    expect(await app.context.storage.partial(mediaKey(`${id}.mp4`))).toMatchObject({
      bytes: 20_000,
    })

    app.advance(73 * hour)
    await expectSaved(id)
    expect(asked().slice(before)).toEqual([
      { what: 'clip' },
      { what: 'clip', range: 'bytes=20000-' },
      { what: 'task' },
      { what: 'clip', range: 'bytes=20000-' },
    ])
  })

  test('a day without the host of the clips loses none', async () => {
    const tasks = [await completed(), await completed()]
    app.simulator.fault({ kind: 'reset' }, { match: { path: '/files/videos/' } })
    await pass(24)
    app.simulator.clearFaults()
    for (const { id } of tasks) await expectSaved(id)
  })
})

test('a day without the bucket loses no clip', async () => {
  const app = await createTestApp({ storage: 's3' })
  const { id } = await app.create(input)
  await app.settle(id, { until: ({ status }) => status === 'completed' })
  app.s3?.meet(() => 'drop')
  for (let passed = 0; passed < 24; passed += 1) {
    await sweep(app.context)
    app.advance(hour)
  }
  expect(await app.task(id)).toMatchObject({ archive: { status: 'pending' } })
  app.s3?.meet(() => {})
  expect(await app.settle(id)).toMatchObject({ archive: { status: 'saved' } })
  await app.close()
}, 60_000)
