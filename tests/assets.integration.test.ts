import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './app'
import {
  approved,
  ask,
  asked,
  bring,
  complaints,
  media,
  pass,
  sentTo,
  submit,
} from './assets-support'

const audit = '/seedance/assets/audit'
const create = '/seedance/videos'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const full = (...images: string[]) => ({
  model: 'sd2_mx_720p',
  prompt: 'She turns to the camera',
  duration: 5,
  images,
})

describe('an item in the Full library', () => {
  it('is submitted once, reviewed, and active', async () => {
    const item = await bring(app, 1)
    const [submitted] = await submit(app, [item])
    expect(submitted!.assets.full).toMatchObject({ status: 'submitting', asset_id: null })
    expect((await media(app, item.id)).assets.full).toMatchObject({ status: 'in_review' })
    await pass(app, 20)
    const { assets } = await media(app, item.id)
    expect(assets).toMatchObject({ full: { status: 'active', reason: null }, sp: null })
    expect(app.simulator.submissions()).toEqual([
      { library: 'audit', sha256: item.sha256, asset_ids: [assets.full!.asset_id] },
    ])
  })

  it('stays as it is when it is submitted again while in review or active', async () => {
    const item = await bring(app, 1)
    await submit(app, [item])
    await submit(app, [item])
    await pass(app, 20)
    await submit(app, [item])
    expect((await media(app, item.id)).assets.full?.status).toBe('active')
    expect(sentTo(app, audit)).toHaveLength(1)
  })

  it('is rejected with its reason, and submitted again when a person says so', async () => {
    const item = await bring(app, 1, 'reject-me.png')
    await submit(app, [item])
    await pass(app, 20)
    expect((await media(app, item.id)).assets.full?.status).toBe('rejected')
    await submit(app, [item])
    expect((await media(app, item.id)).assets.full?.status).toBe('in_review')
    expect(sentTo(app, audit)).toHaveLength(2)
  })

  it('is unconfirmed when the answer never came, and never sent again by a machine', async () => {
    const item = await bring(app, 1)
    app.simulator.fault(
      { kind: 'drop_reply', after_charge: true },
      { match: { path: audit }, times: 1 },
    )
    await submit(app, [item])
    await pass(app, 120)
    expect((await media(app, item.id)).assets.full?.status).toBe('unconfirmed')
    expect(sentTo(app, audit)).toHaveLength(1)
    await submit(app, [item])
    await pass(app, 20)
    expect((await media(app, item.id)).assets.full?.status).toBe('active')
  })

  it('is sent again when nothing was accepted', async () => {
    const item = await bring(app, 1)
    app.simulator.fault({ kind: 'http_status', status: 429 }, { match: { path: audit }, times: 2 })
    await submit(app, [item])
    await pass(app, 40)
    expect((await media(app, item.id)).assets.full?.status).toBe('active')
    expect(app.simulator.submissions()[0]?.asset_ids).toHaveLength(1)
  })

  it('fails with the gateway’s words when it is refused at once', async () => {
    const item = await bring(app, 1)
    app.simulator.fault(
      { kind: 'refuse', code: 20002, msg: 'too many assets' },
      { match: { path: audit }, times: 1 },
    )
    await submit(app, [item])
    expect((await media(app, item.id)).assets.full).toMatchObject({
      status: 'failed',
      reason: 'too many assets',
    })
  })

  it('is asked about every five seconds, and by one server of two', async () => {
    app.simulator.fault({ kind: 'review', factor: 100 }, { times: 1 })
    const item = await bring(app, 1)
    await submit(app, [item])
    await pass(app, 60)
    const looks = sentTo(app, '/seedance/assets/status').length
    expect(looks).toBeGreaterThanOrEqual(9)
    expect(looks).toBeLessThanOrEqual(12)
  })

  it('is asked about when it is due and somebody looks at it, and no other is', async () => {
    app.simulator.fault({ kind: 'review', factor: 100 })
    const [seen, other] = [await bring(app, 1), await bring(app, 2)]
    await submit(app, [seen, other])
    const looks = async () => {
      await app.request('GET', `/api/media?ids=${seen.id}`)
      await app.context.calls.idle()
      return sentTo(app, '/seedance/assets/status').map(({ asset_ids }) => asset_ids)
    }
    expect(await looks()).toEqual([])
    app.advance(60)
    const { asset_id } = (await media(app, seen.id)).assets.full ?? {}
    expect(await looks()).toEqual([[asset_id]])
    expect(await looks()).toEqual([[asset_id]])
    expect((await media(app, other.id)).assets.full?.status).toBe('in_review')
  })

  it('cannot be submitted when there is no such item', async () => {
    const body = { media: [crypto.randomUUID()], library: 'full' }
    const response = await app.request('POST', '/api/assets', { body })
    expect(response.status).toBe(422)
    expect(await complaints(response)).toEqual({ 'media.0': ['media_unknown'] })
  })
})

describe('an item in the SP library', () => {
  it('is used by its id once it is active, and by a link before', async () => {
    const item = await bring(app, 1)
    const input = { model: 'seedance2.0-sp', prompt: 'A fox', images: [item.reference] }
    await asked(app, input)
    await submit(app, [item], 'sp')
    await pass(app, 20)
    await asked(app, input)
    const id = (await media(app, item.id)).assets.sp?.asset_id
    const [before, after] = sentTo(app, create)
    expect(before?.images).toEqual([expect.stringMatching(/^http.*\/files\/uploads\//)])
    expect(after?.images).toEqual([`asset://${id}`])
  })

  it('goes through the whitelist when it is a portrait', async () => {
    const item = await bring(app, 1)
    await submit(app, [item], 'sp', { real_person: true })
    await pass(app, 20)
    expect((await media(app, item.id)).assets.sp).toMatchObject({
      status: 'active',
      real_person: true,
    })
    expect(sentTo(app, '/sp/realperson/submit')).toHaveLength(1)
    const { id } = await asked(app, {
      model: 'seedance2.0-sp',
      prompt: 'A portrait',
      images: [item.reference],
    })
    expect((await app.settle(id)).status).toBe('completed')
  })

  it('that has expired is found out at its use, and the next task takes a link', async () => {
    app.simulator.fault({ kind: 'review', expires_ms: 60_000 }, { times: 1 })
    const item = await bring(app, 1)
    await submit(app, [item], 'sp')
    await pass(app, 20)
    app.advance(3600)
    const input = { model: 'seedance2.0-sp', prompt: 'A fox', images: [item.reference] }
    const refused = await app.settle((await asked(app, input)).id)
    expect(refused).toMatchObject({
      status: 'failed',
      failure: { code: 'asset_not_approved', charged: false },
    })
    await pass(app, 4)
    expect((await media(app, item.id)).assets.sp?.status).toBe('expired')
    expect((await app.settle((await asked(app, input)).id)).status).toBe('completed')
  })
})

describe('the two libraries', () => {
  it('are never mixed: each line is sent its own id of an item that is in both', async () => {
    const item = await approved(app, 1)
    await submit(app, [item], 'sp')
    await pass(app, 20)
    const { full: audited, sp } = (await media(app, item.id)).assets
    await asked(app, full(item.reference))
    await asked(app, { model: 'seedance2.0-sp', prompt: 'A fox', images: [item.reference] })
    const [ofFull, ofSp] = sentTo(app, create)
    expect(ofFull?.images).toEqual([`asset://${audited!.asset_id}`])
    expect(ofSp?.images).toEqual([`asset://${sp!.asset_id}`])
    expect(audited!.asset_id).not.toBe(sp!.asset_id)
  })

  it.each([
    { typed: 'sp', model: 'sd2_mx_720p' },
    { typed: 'full', model: 'seedance2.0-sp' },
  ] as const)('refuse a typed id of $typed on $model', async ({ typed, model }) => {
    const item = await approved(app, 1, typed)
    const images = [`asset://${item.assets[typed]!.asset_id}`]
    const response = await ask(app, { model, prompt: 'Mixed up', images })
    expect(response.status).toBe(422)
    expect(await complaints(response)).toEqual({ 'images.0': ['asset_of_other_library'] })
    expect(sentTo(app, create)).toHaveLength(0)
  })

  it('leave ids we do not know to the gateway', async () => {
    expect((await ask(app, full('asset://demo-1'))).status).toBe(201)
  })
})

describe('a task for Full', () => {
  it('is refused on the item that is not active, and nothing is submitted', async () => {
    const [ready, fresh] = [await approved(app, 1), await bring(app, 2)]
    const response = await ask(app, full(ready.reference, fresh.reference))
    expect(response.status).toBe(422)
    expect(await complaints(response)).toEqual({ 'images.1': ['asset_not_active'] })
    expect((await media(app, fresh.id)).assets.full).toBeNull()
  })

  it('names the item that is not there', async () => {
    const response = await ask(app, full(`media://${crypto.randomUUID()}`), { wait: true })
    expect(await complaints(response)).toEqual({ 'images.0': ['media_unknown'] })
  })

  it('is sent with the ids of its active items, bytes as they were brought', async () => {
    const item = await approved(app, 1)
    const { id } = await asked(app, full(item.reference))
    const done = await app.settle(id)
    expect(done).toMatchObject({ status: 'completed', material: [item.id] })
    expect(done.input.images).toEqual([item.reference])
    const { gateway_task_id } = done
    const got = app.simulator
      .fetched()
      .filter(({ of }) => 'task' in of && of.task === gateway_task_id)
    expect(got.map(({ sha256 }) => sha256)).toEqual([item.sha256])
    expect((await media(app, item.id)).used_in).toBe(1)
  })

  it('is the same for its key, whatever has become of its items', async () => {
    const item = await approved(app, 1)
    const key = crypto.randomUUID()
    const first = await (await ask(app, full(item.reference), { key })).json()
    await app.context.calls.idle()
    await app.context.db.asset.updateMany({ data: { status: 'expired' } })
    const again = await ask(app, full(item.reference), { key })
    expect(again.status).toBe(200)
    expect((await again.json()).id).toBe(first.id)
  })
})

describe('a task that waits for approval', () => {
  it('submits what was not, and is sent once when the last item is active', async () => {
    const [ready, fresh] = [await approved(app, 1), await bring(app, 2)]
    const task = await asked(app, full(ready.reference, fresh.reference), { wait: true })
    expect(task).toMatchObject({ status: 'waiting', submitted_at: null, cost: { actual: null } })
    expect(sentTo(app, create)).toHaveLength(0)
    expect(await app.settle(task.id)).toMatchObject({ status: 'completed' })
    const [sent] = sentTo(app, create)
    const id = (await media(app, fresh.id)).assets.full?.asset_id
    expect(sent?.images).toEqual([`asset://${ready.assets.full?.asset_id}`, `asset://${id}`])
    expect(app.simulator.ledger()).toHaveLength(1)
    expect(app.simulator.submissions().map(({ asset_ids }) => asset_ids.length)).toEqual([1, 1])
  })

  it('does not wait when everything is active', async () => {
    const item = await approved(app, 1)
    const response = await ask(app, full(item.reference), { wait: true })
    expect((await response.json()).status).toBe('submitting')
  })

  it('is sent soon after the approval, not at the next full look', async () => {
    const item = await bring(app, 1)
    const { id } = await asked(app, full(item.reference), { wait: true })
    await pass(app, 12)
    expect((await app.task(id)).status).not.toBe('waiting')
  })

  it('ends uncharged and names the item that was refused', async () => {
    const items = [await bring(app, 1, 'hero.png'), await bring(app, 2, 'reject-me.png')]
    const task = await asked(app, full(...items.map(({ reference }) => reference)), { wait: true })
    expect(await app.settle(task.id)).toMatchObject({
      status: 'failed',
      failure: {
        code: 'asset_refused',
        params: { name: 'reject-me.png' },
        charged: false,
        retry: 'change',
      },
      cost: { actual: 0 },
    })
    expect(sentTo(app, create)).toHaveLength(0)
  })

  it('ends when a submission stays unanswered', async () => {
    const item = await bring(app, 1)
    app.simulator.fault({ kind: 'drop_reply' }, { match: { path: audit }, times: 1 })
    const task = await asked(app, full(item.reference), { wait: true })
    expect(await app.settle(task.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'asset_refused', charged: false },
    })
  })

  it('is refused at once for an item that was rejected before', async () => {
    const item = await bring(app, 1, 'reject-me.png')
    await submit(app, [item])
    await pass(app, 20)
    const response = await ask(app, full(item.reference), { wait: true })
    expect(await complaints(response)).toEqual({ 'images.0': ['asset_not_active'] })
  })

  it('can be cancelled, and is then not sent', async () => {
    const item = await bring(app, 1)
    const task = await asked(app, full(item.reference), { wait: true })
    const cancel = () =>
      app.request('POST', `/api/tasks/${task.id}/resolve`, { body: { action: 'cancel' } })
    expect((await cancel()).status).toBe(200)
    expect((await cancel()).status).toBe(409)
    await pass(app, 30)
    expect(await app.task(task.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'cancelled', charged: false },
    })
    expect((await media(app, item.id)).assets.full?.status).toBe('active')
    expect(sentTo(app, create)).toHaveLength(0)
  })

  it('shares one submission with the other takes of its input', async () => {
    const item = await bring(app, 1)
    const takes = await Promise.all(
      [1, 2, 3, 4].map(() => asked(app, full(item.reference), { wait: true })),
    )
    for (const { id } of takes) expect((await app.settle(id)).status).toBe('completed')
    expect(sentTo(app, audit)).toHaveLength(1)
    expect(app.simulator.ledger()).toHaveLength(4)
  })
})
