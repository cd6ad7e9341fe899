import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Media } from '@/lib/schemas/media'
import { findMaterial } from '@/lib/server/assets/store'
import { linkFor } from '@/lib/server/engine/link'
import { createS3Storage } from '@/lib/server/media/s3'
import { createTestApp, type TestApp } from './app'
import { ask, asked, bring, complaints, sentTo } from './assets-support'

const upload = '/files/upload'
const create = '/seedance/videos'
const hour = 3600

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const input = (item: Media) => ({
  model: 'seedance2.0-mini',
  prompt: 'Steam rises',
  duration: 4,
  images: [item.reference],
})

const uploads = () => app.simulator.requests().filter(({ path }) => path.endsWith(upload)).length
const links = () => sentTo(app, create).map(({ images }) => (images as string[])[0])

describe('material for a model that takes links', () => {
  it('is uploaded once for all takes, and the gateway fetches the very bytes', async () => {
    const item = await bring(app, 1)
    const takes = await Promise.all([1, 2, 3].map(() => asked(app, input(item))))
    takes.push(await asked(app, input(item)))
    for (const { id } of takes) expect((await app.settle(id)).status).toBe('completed')
    expect(uploads()).toBe(1)
    expect(links()).toHaveLength(4)
    expect(new Set(links()).size).toBe(1)
    expect(new Set(app.simulator.fetched().map(({ sha256 }) => sha256))).toEqual(
      new Set([item.sha256]),
    )
  })

  it('keeps its own reference in the task', async () => {
    const item = await bring(app, 1)
    const task = await asked(app, input(item))
    expect(task).toMatchObject({ material: [item.id], input: { images: [item.reference] } })
  })

  it.each([
    { after: 59 * hour, uploaded: 1 },
    { after: 61 * hour, uploaded: 2 },
    { after: 100 * hour, uploaded: 2 },
  ])('is uploaded $uploaded times for a task $after s after the first', async (row) => {
    const item = await bring(app, 1)
    await asked(app, input(item))
    app.advance(row.after)
    const { id } = await asked(app, input(item))
    expect(uploads()).toBe(row.uploaded)
    expect(new Set(links()).size).toBe(row.uploaded)
    expect((await app.settle(id)).status).toBe('completed')
  })

  it('is uploaded anew before the create when its link has died too early', async () => {
    const item = await bring(app, 1)
    await asked(app, input(item))
    app.advance(2 * hour)
    app.simulator.expireUploads()
    const { id } = await asked(app, input(item))
    expect(uploads()).toBe(2)
    expect((await app.settle(id)).status).toBe('completed')
  })

  it('is uploaded anew after a task whose material could not be fetched', async () => {
    const item = await bring(app, 1)
    const error_message = '[SY_ERR:10] Read timed out'
    app.simulator.fault({ kind: 'fail', error_message }, { times: 1 })
    const { id } = await asked(app, input(item))
    expect((await app.settle(id)).failure).toMatchObject({ code: 'fetch_failed' })
    await asked(app, input(item))
    expect(uploads()).toBe(2)
  })

  it('is uploaded however many items there are, a few at a time', async () => {
    const items = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => bring(app, one)))
    const images = items.map(({ reference }) => reference)
    const { id } = await asked(app, { ...input(items[0]!), images })
    const done = await app.settle(id)
    expect(done.status).toBe('completed')
    expect((await app.row(id)).attempts).toBe(0)
    expect(app.simulator.fetched().map(({ sha256 }) => sha256)).toEqual(
      items.map(({ sha256 }) => sha256),
    )
    expect(uploads()).toBe(9)
  })

  it('stands at its place among links that were typed', async () => {
    const [first, second] = [await bring(app, 1), await bring(app, 2)]
    const typed = 'https://media.example/sky.png'
    const images = [first.reference, typed, second.reference, first.reference]
    await asked(app, { ...input(first), images })
    const sent = sentTo(app, create)[0]?.images as string[]
    expect(sent[1]).toBe(typed)
    expect(sent[3]).toBe(sent[0])
    expect(sent[2]).not.toBe(sent[0])
    expect(sent.join()).not.toContain('media://')
  })

  it('stands in both frames', async () => {
    const [first, last] = [await bring(app, 1), await bring(app, 2)]
    const frames = { first_image: first.reference, last_image: last.reference }
    const body = { model: 'seedance2.0-md', prompt: 'Morph', duration: 5, ...frames }
    const { id } = await asked(app, body)
    await app.settle(id)
    const seen = app.simulator.fetched().map(({ field, sha256 }) => [field, sha256])
    expect(Object.fromEntries(seen)).toEqual({
      first_image: first.sha256,
      last_image: last.sha256,
    })
  })
})

it('an item that is deleted while a task is made of it is in both or in neither', async () => {
  for (let round = 1; round <= 12; round += 1) {
    const item = await bring(app, round)
    const [made] = await Promise.all([
      ask(app, input(item)),
      app.request('DELETE', `/api/media/${item.id}`),
    ])
    const there = (await app.request('GET', `/api/media/${item.id}`)).status === 200
    expect([made.status, there]).toEqual(there ? [201, true] : [422, false])
    if (!there) expect(await complaints(made)).toEqual({ 'images.0': ['media_unknown'] })
  }
  await app.context.calls.idle()
})

describe('an upload that does not succeed', () => {
  it('is tried again, and nothing is paid before it has', async () => {
    const item = await bring(app, 1)
    app.simulator.fault({ kind: 'http_status', status: 503 }, { match: { path: upload }, times: 2 })
    const task = await asked(app, input(item))
    expect(task.status).toBe('submitting')
    expect((await app.row(task.id)).sentAt).toBeNull()
    expect((await app.settle(task.id)).status).toBe('completed')
    expect(app.simulator.ledger()).toHaveLength(1)
  })

  it('ends the task uncharged after enough tries', async () => {
    const item = await bring(app, 1, 'hero.png')
    app.simulator.fault({ kind: 'http_status', status: 503 }, { match: { path: upload } })
    const { id } = await asked(app, input(item))
    expect(await app.settle(id)).toMatchObject({
      status: 'failed',
      failure: {
        code: 'material_not_delivered',
        params: { name: 'hero.png' },
        charged: false,
        retry: 'later',
      },
      cost: { actual: 0 },
    })
    expect(sentTo(app, create)).toHaveLength(0)
  })

  it('ends it at once when the gateway will not take the file', async () => {
    const item = await bring(app, 1)
    app.simulator.fault({ kind: 'refuse', code: 20002, msg: 'no' }, { match: { path: upload } })
    const { id } = await asked(app, input(item))
    expect(await app.task(id)).toMatchObject({
      status: 'failed',
      failure: { code: 'material_not_delivered', retry: 'change', gateway_message: 'no' },
    })
    expect(uploads()).toBe(1)
  })
})

describe('the way a link is made', () => {
  const row = async () => (await findMaterial(app.context.db, [(await bring(app, 1)).id]))[0]!

  /** A bucket as its owner may have it; signing asks nobody. */
  const bucketAt = (bucketUrl: string) =>
    createS3Storage(
      { bucketUrl, region: 'auto', accessKeyId: 'id', secretAccessKey: 'secret' },
      app.context.egress.request,
    )

  it('is our own signed link where APP_URL says that strangers reach us', async () => {
    const media = await row()
    const context = { ...app.context, appUrl: 'https://dailies.example' }
    const link = await linkFor(context, media)
    expect(link).toEqual({
      kind: 'link',
      url: expect.stringMatching(
        new RegExp(`^https://dailies.example/api/media/${media.id}/content\\?expires=\\d+&sig`),
      ),
    })
    expect(uploads()).toBe(0)
  })

  it.each([
    ['https://clips.s3.eu-west-1.amazonaws.com/', true],
    ['https://10.0.0.7/clips/', false],
    ['https://minio.internal/clips/', false],
    ['http://storage.example.org/clips/', false],
    ['https://minio:9000/clips/', false],
  ])('is the bucket’s at %s: %s', async (bucketUrl, taken) => {
    const media = await row()
    const { signedUrl } = bucketAt(bucketUrl)
    const context = { ...app.context, storage: { ...app.context.storage, signedUrl } }
    const link = await linkFor(context, media)
    const ofBucket = link.kind === 'link' && link.url.startsWith(`${bucketUrl}${media.key}?`)
    expect(ofBucket).toBe(taken)
    expect(uploads()).toBe(taken ? 0 : 1)
  })
})
