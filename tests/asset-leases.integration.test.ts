import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AssetRow } from '@/lib/server/assets/store'
import { advance } from '@/lib/server/engine/advance'
import { sweep } from '@/lib/server/engine/loop'
import { claim, LeaseLost, writeAsset } from '@/lib/server/engine/store'
import { createTestApp, type TestApp } from './app'
import { approved, asked, bring, media, pass, sentTo, submit } from './assets-support'

const audit = '/seedance/assets/audit'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

/** An item that is to be submitted, as a server left it that died before its first step. */
async function toBeSubmitted(more: Partial<AssetRow> = {}): Promise<AssetRow> {
  const { id: mediaId } = await bring(app, 1)
  const now = app.context.clock.now()
  return app.context.db.asset.create({
    data: { mediaId, library: 'full', status: 'submitting', createdAt: now, dueAt: now, ...more },
  })
}

const status = async ({ mediaId }: AssetRow) => (await media(app, mediaId)).assets.full?.status

describe('a server that died', () => {
  it('before the submission was sent: it is sent, once', async () => {
    const row = await toBeSubmitted()
    await sweep(app.context)
    expect(await status(row)).toBe('in_review')
    expect(sentTo(app, audit)).toHaveLength(1)
  })

  it('with the link at hand: the bytes are not uploaded again', async () => {
    const row = await toBeSubmitted()
    await sweep(app.context)
    await app.context.db.asset.update({
      where: { id: row.id },
      data: { status: 'submitting', sentAt: null, dueAt: app.context.clock.now() },
    })
    await sweep(app.context)
    const uploads = app.simulator.requests().filter(({ path }) => path.endsWith('/files/upload'))
    expect(uploads).toHaveLength(1)
  })

  it('after it had perhaps been sent: it is left to a person', async () => {
    const row = await toBeSubmitted({ sentAt: new Date() })
    await sweep(app.context)
    expect(await status(row)).toBe('unconfirmed')
    expect(sentTo(app, audit)).toHaveLength(0)
  })

  it('with the lease of a task whose last item is active: another sends it, once', async () => {
    const item = await approved(app, 1)
    const body = { model: 'sd2_mx_720p', prompt: 'x', images: [item.reference] }
    const { id } = await asked(app, body)
    await app.context.db.task.update({
      where: { id },
      data: {
        ...{ status: 'waiting', gatewayTaskId: null, sentAt: null, submittedAt: null },
        ...{ dueAt: app.context.clock.now(), leaseUntil: new Date(0) },
      },
    })
    const before = app.simulator.ledger().length
    const other = app.another()
    await Promise.all([sweep(app.context), sweep(other)])
    await app.settle(id)
    expect(app.simulator.ledger().length - before).toBe(1)
  })
})

describe('two servers', () => {
  it('submit an item once', async () => {
    const row = await toBeSubmitted()
    const other = app.another()
    await Promise.all(
      [app.context, other, app.context, other].map((one) => advance(one, 'asset', row.id)),
    )
    expect(sentTo(app, audit)).toHaveLength(1)
    expect(await status(row)).toBe('in_review')
  })

  it('take an answer that came after the other had given the submission up', async () => {
    const row = await toBeSubmitted()
    const other = app.another()
    app.simulator.fault({ kind: 'delay', ms: 1_500 }, { match: { path: audit }, times: 1 })
    const slow = advance(app.context, 'asset', row.id)
    await vi.waitFor(() => expect(sentTo(app, audit)).toHaveLength(1))
    await app.context.db.asset.update({
      where: { id: row.id },
      data: { leaseUntil: new Date(0) },
    })
    await advance(other, 'asset', row.id)
    expect(await status(row)).toBe('unconfirmed')
    await slow
    expect(await status(row)).toBe('in_review')
    await pass(app, 20)
    expect(await status(row)).toBe('active')
    expect(sentTo(app, audit)).toHaveLength(1)
  })
})

it('takes no word from a mover whose lease has passed on', async () => {
  const row = await toBeSubmitted()
  const { db, clock } = app.context
  const now = clock.now()
  const paused = await claim(db, 'asset', row.id, now, 0)
  const next = await claim(db, 'asset', row.id, now, 20)
  expect(next!.fence).toBe(paused!.fence + 1)
  await expect(writeAsset(db, paused!, { attempts: 1 }, { now })).rejects.toBeInstanceOf(LeaseLost)
})

it('lets no mover put a task to sleep that an approval has just woken', async () => {
  const item = await bring(app, 1)
  const body = { model: 'sd2_mx_720p', prompt: 'x', images: [item.reference] }
  const { id } = await asked(app, body, { wait: true })
  const { db, clock } = app.context
  app.advance(120)
  const looking = await claim(db, 'task', id, clock.now(), 20)
  expect(looking?.status).toBe('waiting')
  await sweep(app.context)
  await app.context.calls.idle()
  const woken = await app.row(id)
  expect(woken.fence).toBeGreaterThan(looking!.fence)
  expect(woken.leaseUntil === null || woken.status !== 'waiting').toBe(true)
  expect((await app.settle(id)).status).toBe('completed')
})

it('submits nothing again while a person looks at what was rejected', async () => {
  const item = await bring(app, 1, 'reject-me.png')
  await submit(app, [item])
  await pass(app, 600)
  expect((await media(app, item.id)).assets.full?.status).toBe('rejected')
  expect(sentTo(app, audit)).toHaveLength(1)
})
