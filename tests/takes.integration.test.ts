import { afterEach, beforeEach, expect, it } from 'vitest'
import { sweep } from '@/lib/server/engine/loop'
import { readRivals } from '@/lib/server/compare/service'
import { localMember, type Member } from '@/lib/models/member'
import { createTestApp, listed, type TestApp } from './app'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const prompt = 'Four of one shot'

/** Asks for takes at once, as the studio does; returns their ids in the order of the group. */
async function ask(count: number, group: string = crypto.randomUUID()): Promise<string> {
  const answers = await Promise.all(
    Array.from({ length: count }, () =>
      app.request('POST', '/api/tasks', {
        body: { model: 'seedance2.0-mini', prompt, duration: 4 },
        headers: { 'idempotency-key': crypto.randomUUID(), 'take-group': group },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(count).fill(201))
  return group
}

it('lets one take fail alone, and says why', async () => {
  app.simulator.fault(
    { kind: 'fail', error_message: '[SY_ERR:10] PROVIDER_MODERATION_ERROR' },
    { match: { prompt_includes: prompt }, times: 1 },
  )
  const group = await ask(4)
  await app.context.calls.idle()
  for (const { id } of await listed(app)) await app.settle(id)

  const tasks = await listed(app)
  expect(tasks.map(({ take_group }) => take_group)).toEqual(Array(4).fill(group))
  expect(tasks.map(({ status }) => status).sort()).toEqual([
    ...Array(3).fill('completed'),
    'failed',
  ])
  expect(tasks.find(({ status }) => status === 'failed')?.failure).toMatchObject({
    code: 'moderation',
    retry: 'change',
  })
  expect(app.simulator.tasks()).toHaveLength(4)
})

it('sends what was only written down when its server died, and nothing that had left', async () => {
  const dying = app.context
  // Two are created; the other two are on their way out, at the question about the meter.
  const meter = { path: '/balance' }
  app.simulator.fault({ kind: 'delay', ms: 0 }, { match: meter, times: 2 })
  app.simulator.fault({ kind: 'delay', ms: 600_000 }, { match: meter, times: 2 })
  await ask(4)
  await expect.poll(() => app.simulator.ledger().length).toBe(2)
  await expect
    .poll(() => dying.db.task.count({ where: { status: 'submitting', sentAt: null } }))
    .toBe(2)
  await dying.egress.close()
  app.simulator.clearFaults()

  const next = app.another()
  app.advance(3600)
  await sweep(next)
  await next.calls.idle()
  expect(app.simulator.ledger()).toHaveLength(4)
  const states = (await listed(app)).map(({ status }) => status)
  expect(states.filter((status) => status === 'unconfirmed' || status === 'submitting')).toEqual([])
})

it('finds the takes of a group in the order asked, for those who may see them', async () => {
  const group = await ask(3)
  await app.context.calls.idle()
  const inOrder = (await listed(app)).map(({ id }) => id).reverse()
  const [first = '', ...others] = inOrder
  const stranger: Member = { id: 'stranger', name: 'Stranger', role: 'viewer' }
  const idsFor = async (member: Member, named: { ids: string } | { group: string }) => {
    const { tasks, missing } = await readRivals(app.context, member, named)
    return { ids: tasks.map(({ id }) => id), missing }
  }

  expect(new Set((await idsFor(localMember, { group })).ids)).toEqual(new Set(inOrder))
  await app.request('PATCH', `/api/tasks/${first}`, { body: { visibility: 'private' } })
  expect(await idsFor(stranger, { group })).toMatchObject({ missing: 0 })
  expect((await idsFor(stranger, { group })).ids).not.toContain(first)
  expect(await idsFor(stranger, { ids: [...others, first].join() })).toEqual({
    ids: others,
    missing: 1,
  })
  expect(await idsFor(localMember, { ids: `${first},${first},nonsense` })).toEqual({
    ids: [first],
    missing: 1,
  })
  expect(await idsFor(localMember, { group: 'nonsense' })).toEqual({ ids: [], missing: 0 })
})
