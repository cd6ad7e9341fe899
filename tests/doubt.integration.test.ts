import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Task } from '@/lib/schemas/task'
import { createTestApp, type TestApp } from './app'

const input = { model: 'seedance2.0-md', prompt: 'Forest floor at noon', duration: 8 }

const create = '/seedance/videos'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

async function unconfirmed(after_charge: boolean): Promise<Task> {
  app.simulator.fault({ kind: 'drop_reply', after_charge }, { match: { path: create }, times: 1 })
  const { id } = await app.create(input)
  return app.settle(id)
}

const resolve = (task: Task, body: unknown) =>
  app.request('POST', `/api/tasks/${task.id}/resolve`, { body })

describe('a create whose answer never came', () => {
  it('shows when it was sent and that the key was charged its price', async () => {
    const task = await unconfirmed(true)
    const { doubt, cost } = task
    expect(doubt).toMatchObject({ verdict: 'charged', reason: 'reset' })
    expect(doubt!.spend_after! - doubt!.spend_before!).toBeCloseTo(cost.estimate!, 6)
    expect(Date.parse(doubt!.sent_at)).toBeGreaterThanOrEqual(Date.parse(task.created_at))
  })

  it('says that nothing was charged when the meter stands still', async () => {
    expect((await unconfirmed(false)).doubt).toMatchObject({ verdict: 'not_charged' })
  })

  it('stops reading a meter that cannot be read', async () => {
    app.simulator.fault(
      { kind: 'drop_reply', after_charge: true },
      { match: { path: create }, times: 1 },
    )
    const { id } = await app.create(input)
    app.simulator.fault({ kind: 'http_status', status: 503 }, { match: { path: '/key/balance' } })
    const { doubt } = await app.settle(id)
    expect(doubt).toMatchObject({ verdict: 'unclear', spend_after: null, reading: false })
  })

  it('is linked by the id that the gateway shows, and completes', async () => {
    const task = await unconfirmed(true)
    const gatewayId = app.simulator.tasks()[0]!.id
    expect((await resolve(task, { action: 'link', task_id: gatewayId })).status).toBe(200)
    expect(await app.settle(task.id)).toMatchObject({
      status: 'completed',
      gateway_task_id: gatewayId,
      archive: { status: 'saved' },
    })
  })

  it('is not linked to an id that another task has', async () => {
    const other = await app.settle((await app.create(input)).id)
    const task = await unconfirmed(true)
    const response = await resolve(task, { action: 'link', task_id: other.gateway_task_id })
    expect(response.status).toBe(409)
    expect((await app.task(task.id)).status).toBe('unconfirmed')
  })

  it('is written off', async () => {
    const task = await unconfirmed(false)
    await resolve(task, { action: 'write_off' })
    expect(await app.settle(task.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'written_off', charged: null },
    })
  })

  it('is sent again when a person says so, and only then', async () => {
    const task = await unconfirmed(false)
    expect(app.simulator.ledger()).toHaveLength(0)
    await resolve(task, { action: 'resend' })
    expect((await app.settle(task.id)).status).toBe('completed')
    expect(app.simulator.ledger()).toHaveLength(1)
  })

  it('takes one decision only', async () => {
    const task = await unconfirmed(false)
    const answers = await Promise.all([1, 2, 3].map(() => resolve(task, { action: 'resend' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    await app.settle(task.id)
    expect(app.simulator.ledger()).toHaveLength(1)
  })
})
