import { afterEach, beforeEach, expect, it } from 'vitest'
import { advance } from '@/lib/server/engine/advance'
import { sweep } from '@/lib/server/engine/loop'
import { claim, LeaseLost, writeTask } from '@/lib/server/engine/store'
import { createTestApp, type TestApp } from './app'

const running = 10
const viewers = 50
const seconds = 240

let app: TestApp

beforeEach(async () => {
  app = await createTestApp({ stopped: true })
})
afterEach(() => app.close())

const queries = () =>
  app.simulator
    .requests()
    .filter(({ method, path }) => method === 'GET' && path.includes('/videos/vid')).length

/** Lets time pass second by second while people look and servers sweep; returns queries per task. */
async function watch(servers: TestApp['context'][], people: number): Promise<number> {
  const ids: string[] = []
  for (let n = 0; n < running; n += 1) {
    const { id } = await app.create({ model: 'seedance2.0-mini', prompt: 'sim:stuck', duration: 4 })
    ids.push(id)
  }
  const before = queries()
  for (let second = 0; second < seconds; second += 2) {
    app.advance(2)
    const looks = Array.from({ length: people }, () =>
      app.request('GET', `/api/tasks/updates?ids=${ids.join(',')}`),
    )
    await Promise.all([...looks, ...servers.map(sweep)])
    await Promise.all(servers.map(({ calls }) => calls.idle()))
  }
  return (queries() - before) / running
}

it('asks the gateway as often for two servers and fifty viewers as for one of each', async () => {
  const one = await watch([app.context], 1)
  await app.close()
  app = await createTestApp({ stopped: true })
  const many = await watch([app.context, app.another()], viewers)
  expect(one).toBeGreaterThan(10)
  expect(many / one).toBeGreaterThanOrEqual(0.95)
  expect(many / one).toBeLessThanOrEqual(1.05)
}, 120_000)

it('creates once when two servers reach for the same task', async () => {
  const other = app.another()
  const { id } = await app.create({ model: 'seedance2.0-mini', prompt: 'Reached for', duration: 4 })
  await app.context.db.task.update({
    where: { id },
    data: { status: 'submitting', sentAt: null, gatewayTaskId: null, dueAt: new Date(0) },
  })
  const before = app.simulator.ledger().length
  await Promise.all(
    [1, 2, 3, 4].flatMap(() => [advance(app.context, 'task', id), advance(other, 'task', id)]),
  )
  expect(app.simulator.ledger().length - before).toBe(1)
})

it('takes no word from a mover whose lease has passed on', async () => {
  const { id } = await app.create({ model: 'seedance2.0-mini', prompt: 'Paused', duration: 4 })
  app.advance(3600)
  const now = app.context.clock.now()
  const paused = await claim(app.context.db, 'task', id, now, 0)
  const next = await claim(app.context.db, 'task', id, now, 20)
  expect(next!.fence).toBe(paused!.fence + 1)
  expect(await claim(app.context.db, 'task', id, now, 20)).toBeNull()
  await expect(writeTask(app.context.db, paused!, { progress: 1 })).rejects.toBeInstanceOf(
    LeaseLost,
  )
  await writeTask(app.context.db, next!, { progress: 50 })
  expect((await app.task(id)).progress).toBe(50)
})
