import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '@/lib/server/engine/loop'
import { giveNotices } from '@/lib/server/notify/service'
import { dueNotices, takeNotice } from '@/lib/server/notify/store'
import { createTestApp, type TestApp, type TestAppOptions } from './app'
import { startReceiver, type Receiver } from './webhook-receiver'

const secret = 'a secret of the two ends'
const appUrl = 'http://127.0.0.1:3000'

let receiver: Receiver
let app: TestApp

async function start(options: TestAppOptions = {}): Promise<void> {
  app = await createTestApp({
    webhook: { url: receiver.url, secret },
    allow: [receiver.host],
    ...options,
  })
}
const create = (prompt: string) => app.create({ model: 'seedance2.0-mini', prompt, duration: 4 })
const told = () =>
  receiver.heard.map(({ body }) => JSON.parse(body) as { type: string; task: { id: string } })

/** Runs the engine at the moment at which the task's notice is due next. */
async function next(id: string): Promise<void> {
  const { noticeDueAt } = await app.row(id)
  app.advance(((noticeDueAt?.getTime() ?? 0) - app.context.clock.now().getTime()) / 1000 + 0.001)
  await sweep(app.context)
}

beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  await app.close()
  await receiver.close()
})

it('tells of a finished task, signed, and of nothing that was not to be told', async () => {
  await start()
  const { id } = await create('A prompt of the team')
  await app.settle(id)
  await sweep(app.context)

  expect(receiver.heard).toHaveLength(1)
  const { headers, body } = receiver.heard[0]!
  const row = await app.row(id)
  expect(JSON.parse(body)).toEqual({
    type: 'task.completed',
    task: {
      id,
      status: 'completed',
      title: null,
      model: 'seedance2.0-mini',
      author: { id: 'local', name: expect.any(String) as string },
      created_at: row.createdAt.toISOString(),
      completed_at: row.completedAt!.toISOString(),
      url: null,
    },
  })
  const timestamp = String(headers['dailies-timestamp'])
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  expect(headers['dailies-signature']).toBe(`v1=${mac}`)
  expect(Math.abs(Number(timestamp) - app.context.clock.now().getTime() / 1000)).toBeLessThan(3600)
  expect(JSON.stringify([headers, body])).not.toContain('A prompt of the team')
  expect(JSON.stringify([headers, body])).not.toContain(secret)
})

it('tells of a failed task as such', async () => {
  await start()
  const { id } = await create('sim:moderation')
  const task = await app.settle(id)
  await sweep(app.context)
  expect(task.status).toBe('failed')
  expect(told()).toMatchObject([{ type: 'task.failed', task: { id, status: 'failed' } }])
})

it('links to the page where there is an address', async () => {
  await start({ appUrl })
  const { id } = await insertEnded('team')
  await giveNotices(app.context)
  expect(told()).toMatchObject([{ task: { id, url: `${appUrl}/tasks/${id}` } }])
})

it('keeps private tasks to itself', async () => {
  await start()
  const { id } = await insertEnded('private')
  await giveNotices(app.context)
  expect(receiver.heard).toEqual([])
  expect((await app.row(id)).noticeDueAt).toBeNull()
})

describe('a receiver that does not take it', () => {
  it('is told again until it does, each time later', async () => {
    await start()
    receiver.answer = () => ({ status: receiver.heard.length < 3 ? 503 : 200 })
    const { id } = await insertEnded('team')
    await sweep(app.context)
    const waits: number[] = []
    while ((await app.row(id)).noticeDueAt !== null) {
      const { noticeDueAt } = await app.row(id)
      waits.push(noticeDueAt!.getTime() - app.context.clock.now().getTime())
      await sweep(app.context)
      expect(receiver.heard).toHaveLength(waits.length)
      await next(id)
    }
    expect(receiver.heard).toHaveLength(3)
    expect(waits[1]! / waits[0]!).toBeGreaterThan(1.8)
    expect(new Set(receiver.heard.map(({ body }) => body)).size).toBe(1)
  })

  it('is given up in the end', async () => {
    await start()
    receiver.answer = () => ({ status: 500 })
    const { id } = await insertEnded('team')
    await sweep(app.context)
    for (let step = 0; (await app.row(id)).noticeDueAt !== null && step < 50; step += 1) {
      await next(id)
    }
    expect(receiver.heard).toHaveLength(10)
    await sweep(app.context)
    expect(receiver.heard).toHaveLength(10)
  })

  it('is not followed elsewhere', async () => {
    await start()
    const elsewhere = await startReceiver()
    receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url } })
    const { id } = await insertEnded('team')
    await sweep(app.context)
    expect(elsewhere.heard).toEqual([])
    expect((await app.row(id)).noticeDueAt).not.toBeNull()
    await elsewhere.close()
  })

  it('is not reached on a private host that is not allowed', async () => {
    await start({ allow: [] })
    const { id } = await insertEnded('team')
    await sweep(app.context)
    expect(receiver.heard).toEqual([])
    expect((await app.row(id)).noticeAttempts).toBe(1)
  })
})

it('is told by the next process when the first died in the middle of it', async () => {
  await start()
  const { id } = await insertEnded('team')
  const now = app.context.clock.now()
  const [row] = await dueNotices(app.context.db, { since: new Date(0), now }, 1)
  expect(await takeNotice(app.context.db, row!, new Date(now.getTime() + 30_000))).toBe(true)

  const restarted = app.another()
  await sweep(restarted)
  expect(receiver.heard).toEqual([])
  app.advance(31)
  await sweep(restarted)
  expect(told()).toMatchObject([{ task: { id } }])
  expect((await app.row(id)).noticeDueAt).toBeNull()
})

it('is told once by two servers', async () => {
  await start()
  const other = app.another()
  const ids = new Set<string>()
  for (let n = 0; n < 10; n += 1) ids.add((await insertEnded('team')).id)
  await Promise.all([app.context, other, app.context, other].map(giveNotices))
  expect(receiver.heard).toHaveLength(ids.size)
  expect(new Set(told().map(({ task }) => task.id))).toEqual(ids)
})

it('hears nothing of what ended more than a day ago', async () => {
  await start()
  await insertEnded('team', 25 * 3600)
  await giveNotices(app.context)
  expect(receiver.heard).toEqual([])
})

/** A finished task as the engine leaves it. */
async function insertEnded(visibility: 'team' | 'private', secondsAgo = 1) {
  const at = new Date(app.context.clock.now().getTime() - secondsAgo * 1000)
  return app.context.db.task.create({
    data: {
      idempotencyKey: crypto.randomUUID(),
      inputHash: 'hash',
      model: 'seedance2.0-mini',
      line: 'sp',
      input: {},
      prompt: 'Ended',
      warnings: [],
      visibility,
      status: 'completed',
      createdAt: at,
      completedAt: at,
      noticeDueAt: at,
    },
    select: { id: true },
  })
}
