import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mediaListSchema, type Media, type MediaList } from '@/lib/schemas/media'
import { createTestApp, type TestApp } from './app'
import { errorOf, list, png, upload } from './media-api'
import { wave } from './media-files'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('GET /api/media', () => {
  it('pages newest first, filters by kind and name, and finds items by id in their order', async () => {
    const own: Media[] = []
    for (const seed of [40, 41, 42]) {
      own.push(await upload(app, await png(seed), `harbour ${seed}.png`))
      app.advance(1)
    }
    own.push(await upload(app, wave(2, 40), 'harbour bell.wav'))
    const ids = own.map(({ id }) => id)

    expect((await list(app, '?q=HARBOUR')).map(({ id }) => id)).toEqual([...ids].reverse())
    expect((await list(app, '?q=harbour&kind=audio')).map(({ id }) => id)).toEqual([ids[3]])

    const pages: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: MediaList = z.parse(
        mediaListSchema,
        await (
          await app.request('GET', `/api/media?q=harbour&limit=2${cursor && `&cursor=${cursor}`}`)
        ).json(),
      )
      pages.push(...page.data.map(({ id }) => id))
      cursor = page.next_cursor
    }
    expect(pages).toEqual([...ids].reverse())

    const wanted = [ids[2], crypto.randomUUID(), ids[0], ids[2]]
    expect((await list(app, `?ids=${wanted.join(',')}`)).map(({ id }) => id)).toEqual([
      ids[2],
      ids[0],
    ])
  })

  it('filters by the state in a library, and finds the gateway’s ids', async () => {
    const [never, active, rejected] = await Promise.all(
      [50, 51, 52].map(async (seed) => upload(app, await png(seed), `quarry ${seed}.png`)),
    )
    const asset = (media: Media | undefined, status: 'active' | 'rejected', id: string) => ({
      mediaId: media?.id ?? '',
      library: 'full' as const,
      status,
      gatewayAssetId: id,
      createdAt: new Date(),
    })
    await app.context.db.asset.createMany({
      data: [asset(active, 'active', 'as_quarry_7'), asset(rejected, 'rejected', 'as_other_8')],
    })
    const names = async (search: string) => (await list(app, search)).map(({ id }) => id).sort()
    const ids = (...items: (Media | undefined)[]) => items.map((one) => one?.id).sort()
    const q = '?q=quarry&library=full'
    expect(await names(`${q}&status=none`)).toEqual(ids(never))
    expect(await names(`${q}&status=active`)).toEqual(ids(active))
    expect(await names(`${q}&status=rejected,none`)).toEqual(ids(rejected, never))
    expect(await names(q)).toEqual(ids(active, rejected))
    expect(await names('?q=quarry&library=sp&status=none')).toEqual(ids(never, active, rejected))
    const found = await list(app, '?q=AS_QUARRY')
    expect(found.map((one) => one.assets)).toMatchObject([
      { full: { status: 'active', asset_id: 'as_quarry_7' }, sp: null },
    ])
  })

  it.each(['?limit=0', '?kind=text', '?cursor=guess', '?ids=1', '?status=good', '?library=md'])(
    'refuses %s',
    async (search) => {
      const response = await app.request('GET', `/api/media${search}`)
      expect(response.status).toBe(422)
      expect(Object.keys((await errorOf(response)).fields ?? {})).toHaveLength(1)
    },
  )
})
