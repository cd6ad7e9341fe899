import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  galleryAroundSchema,
  galleryDaysSchema,
  galleryFacetsSchema,
  tileListSchema,
  type GalleryDays,
  type Tile,
} from '@/lib/schemas/gallery'
import { insertClips, type Clip } from './gallery-clips'
import { createTeamApp, type Caller, type TeamApp } from './members'

let app: TeamApp
let admin: Caller
let creator: Caller
let viewer: Caller
let collection: string
/** By the name that a clip was given below. */
const clips = new Map<string, string>()

async function insert(named: Record<string, Clip>): Promise<void> {
  const ids = await insertClips(app, Object.values(named))
  Object.keys(named).forEach((name, index) => clips.set(name, ids[index] as string))
}
const id = (name: string) => clips.get(name) as string
const nameOf = (id: string) => [...clips].find(([, other]) => other === id)?.[0] ?? id

async function get(path: string, who: Caller = viewer) {
  const response = await who.request('GET', `/api/gallery${path}`)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
async function tiles(search: string, who?: Caller): Promise<Tile[]> {
  return tileListSchema.parse(await get(`?${search}`, who)).data
}
const names = async (search: string, who?: Caller) =>
  (await tiles(search, who)).map((tile) => nameOf(tile.id))

beforeAll(async () => {
  app = await createTeamApp()
  admin = await app.as('admin')
  creator = await app.as('creator')
  viewer = await app.as('viewer')
  const [mine, other] = [creator.member.id, admin.member.id]
  await insert({
    first: { at: '2026-03-28T12:00:00Z', authorId: mine, title: 'Opening', duration: 5.041 },
    tall: { at: '2026-03-29T01:30:00Z', authorId: mine, width: 496, height: 864, duration: 8 },
    wide: { at: '2026-03-29T12:00:00Z', authorId: other, width: 1470, height: 630, duration: 12 },
    std: { at: '2026-03-30T00:30:00Z', authorId: other, model: 'seedance2.0-std', line: 'std' },
    secret: { at: '2026-03-30T01:00:00Z', authorId: other, visibility: 'private' },
    own: { at: '2026-03-30T02:00:00Z', authorId: mine, visibility: 'private' },
    hidden: { at: '2026-03-30T03:00:00Z', authorId: mine, hiddenAt: new Date() },
    failed: { at: '2026-03-30T04:00:00Z', authorId: mine, status: 'failed', archive: 'none' },
    running: { at: '2026-03-30T05:00:00Z', authorId: mine, status: 'processing' },
    unmeasured: {
      at: '2026-03-31T05:00:00Z',
      authorId: mine,
      width: null,
      height: null,
      duration: null,
    },
  })
  const change = { add_tags: ['hero', 'launch'], favourite: true }
  await admin.request('PATCH', '/api/tasks', { body: { ids: [id('wide')], change } })
  await creator.request('PATCH', '/api/tasks', {
    body: { ids: [id('first'), id('tall')], change: { add_tags: ['hero'] } },
  })
  await viewer.request('PATCH', '/api/tasks', {
    body: { ids: [id('std')], change: { favourite: true } },
  })
  const made = await creator.request('POST', '/api/collections', { body: { name: 'Launch' } })
  collection = (await made.json()).id
  await creator.request('POST', `/api/collections/${collection}/tasks`, {
    body: { add: [id('first'), id('std'), id('secret')] },
  })
})
afterAll(() => app.close())

describe('GET /api/gallery', () => {
  it('shows each member the finished clips they may see, newest first', async () => {
    const everybodys = ['unmeasured', 'std', 'wide', 'tall', 'first']
    expect(await names('')).toEqual(everybodys)
    expect(await names('', creator)).toEqual(['unmeasured', 'own', 'std', 'wide', 'tall', 'first'])
    expect(await names('', admin)).toEqual([
      ...['unmeasured', 'own', 'secret', 'std', 'wide', 'tall', 'first'],
    ])
    expect(await names('sort=oldest')).toEqual([...everybodys].reverse())
  })

  it('says of a clip what the grid draws, and nothing else', async () => {
    const tile = (await tiles('line=std')).at(0)
    expect(tile).toEqual({
      id: id('std'),
      title: null,
      prompt: 'A clip',
      model: 'seedance2.0-std',
      line: 'std',
      ratio: '16:9',
      seconds: 5,
      width: 1280,
      height: 720,
      bytes: 1_000,
      sound: true,
      author: { id: admin.member.id, name: admin.member.name },
      favourite: true,
      notes: 0,
      picked: false,
      visibility: 'team',
      poster_url: null,
      thumbhash: null,
      take_group: null,
      created_at: '2026-03-30T00:30:00.000Z',
      hidden: false,
    })
  })

  it.each<[() => string, string[]]>([
    [() => `author=${creator.member.id}`, ['unmeasured', 'tall', 'first']],
    [
      () => `author=${creator.member.id},${admin.member.id}`,
      ['unmeasured', 'std', 'wide', 'tall', 'first'],
    ],
    [() => 'author=nobody', []],
    [() => 'line=std', ['std']],
    [() => 'model=seedance2.0-std', ['std']],
    [() => 'ratio=9:16,21:9', ['wide', 'tall']],
    [() => 'ratio=16:9', ['unmeasured', 'std', 'first']],
    [() => 'seconds_min=5&seconds_max=5', ['std', 'first']],
    [() => 'seconds_min=8', ['wide', 'tall']],
    [() => 'favourite=true', ['std']],
    [() => 'favourite=false', ['unmeasured', 'wide', 'tall', 'first']],
    [() => 'tag=hero', ['wide', 'tall', 'first']],
    [() => 'tag=hero,launch', ['wide']],
    [() => `collection=${collection}`, ['std', 'first']],
    [() => 'hidden=true', ['hidden']],
    [() => 'from=2026-03-29&to=2026-03-29', ['wide', 'tall']],
    [() => 'from=2026-03-30', ['unmeasured', 'std']],
    [() => 'day=2026-03-29&zone=America/New_York', ['std', 'wide']],
    [() => 'day=2026-03-29&to=2026-03-28', []],
    [() => 'q=opening', ['first']],
    [() => `tag=hero&author=${creator.member.id}&ratio=9:16&seconds_min=6&q=clip`, ['tall']],
  ])('filters by %s', async (search, found) => {
    expect(await names(search())).toEqual(found)
  })

  it.each([
    'ratio=2:1',
    'favourite=yes',
    'limit=201',
    'limit=0',
    'sort=best',
    'zone=Nowhere/At_all',
    'zone=%2B05:30',
    'zone=SystemV/EST5',
    'day=2026-02-30',
    'from=0000-01-01',
    'collection=x',
    'cursor=guess',
    'tag=%00',
    'q=%00',
    `q=${'x'.repeat(201)}`,
  ])('refuses %s', async (search) => {
    const response = await viewer.request('GET', `/api/gallery?${search}`)
    expect(response.status).toBe(422)
  })

  it.each(['newest', 'oldest'])('pages through everything once, %s first', async (sort) => {
    const whole = await tiles(`sort=${sort}&limit=200`)
    const walked: Tile[] = []
    let cursor: string | null = ''
    let arrived = 0
    while (cursor !== null) {
      const from: string = cursor && `&cursor=${cursor}`
      const page = tileListSchema.parse(await get(`?sort=${sort}&limit=2${from}`))
      walked.push(...page.data)
      cursor = page.next_cursor
      // What arrives before the place where one reads is not seen, and moves nothing.
      const at = sort === 'newest' ? '2026-06-01T00:00:00Z' : '2026-01-01T00:00:00Z'
      await insert({ [`late ${sort} ${arrived++}`]: { at, authorId: creator.member.id } })
    }
    expect(walked).toEqual(whole)
    const late = [...clips].filter(([name]) => name.startsWith('late')).map(([, one]) => one)
    await app.context.db.task.deleteMany({ where: { id: { in: late } } })
    for (const one of late) clips.delete(nameOf(one))
  })

  it('tells clips of the same moment apart', async () => {
    const at = '2020-01-01T00:00:00Z'
    const ids = await insertClips(
      app,
      Array.from({ length: 5 }, () => ({ at })),
    )
    const walked: string[] = []
    let cursor = ''
    do {
      const page = tileListSchema.parse(await get(`?to=2020-01-02&limit=2${cursor}`))
      walked.push(...page.data.map((tile) => tile.id))
      cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : ''
    } while (cursor)
    expect(walked).toEqual([...ids].sort().reverse())
    await app.context.db.task.deleteMany({ where: { id: { in: ids } } })
  })
})

describe('GET /api/gallery/days', () => {
  const days = async (search: string, who?: Caller): Promise<GalleryDays> =>
    galleryDaysSchema.parse(await get(`/days?${search}`, who))

  it.each([
    'zone=UTC',
    'zone=America/New_York',
    'zone=Asia/Shanghai&sort=oldest',
    'zone=JST',
    'zone=Asia/Kolkata&ratio=16:9',
    'from=2026-03-29&line=mini',
    'hidden=true',
    'tag=hero',
    'favourite=false',
    'q=clip',
  ])('agrees with the list: %s', async (search) => {
    const { data, total, all } = await days(search)
    const list = await tiles(`${search}&limit=200`)
    expect([total, all]).toEqual([list.length, (await tiles('')).length])
    expect(data.length).toBeGreaterThan(0)
    const walked: Tile[] = []
    for (const { day, count, seconds, ratio_sum } of data) {
      const ofDay = await tiles(`${search}&day=${day}`)
      expect(ofDay).toHaveLength(count)
      const sum = (part: (tile: Tile) => number) => ofDay.reduce((all, one) => all + part(one), 0)
      expect(seconds).toBeCloseTo(sum((tile) => tile.seconds ?? 0))
      const ratioOf = ({ width, height }: Tile) => (width && height ? width / height : 16 / 9)
      expect(ratio_sum).toBeCloseTo(sum(ratioOf))
      walked.push(...ofDay)
    }
    expect(walked).toEqual(list)
  })

  it.each(['author=nobody', 'q=nothing'])('is empty where the list is: %s', async (search) => {
    const all = (await tiles('')).length
    expect(await days(search)).toEqual({ data: [], total: 0, all })
  })

  it('has days as long as the zone has them', async () => {
    const ids = await insertClips(
      app,
      [
        // Berlin puts its clocks forward on the 29th: the day is 23 hours long.
        ...['2025-03-29T22:59:59Z', '2025-03-29T23:00:00Z', '2025-03-30T21:59:59Z'],
        ...['2025-03-30T22:00:00Z'],
        // Cairo's 25 April begins at one o'clock.
        ...['2025-04-24T21:59:59Z', '2025-04-24T22:00:00Z'],
      ].map((at) => ({ at })),
    )
    const counts = async (search: string) =>
      (await days(`${search}&sort=oldest`)).data.map(({ day, count }) => [day, count])
    expect(await counts('zone=Europe/Berlin&from=2025-03-29&to=2025-03-31')).toEqual([
      ['2025-03-29', 1],
      ['2025-03-30', 2],
      ['2025-03-31', 1],
    ])
    expect(await counts('zone=Africa/Cairo&from=2025-04-24&to=2025-04-25')).toEqual([
      ['2025-04-24', 1],
      ['2025-04-25', 1],
    ])
    await app.context.db.task.deleteMany({ where: { id: { in: ids } } })
  })
})

describe('GET /api/gallery/around', () => {
  const around = async (name: string, search = '', who?: Caller) =>
    galleryAroundSchema.parse(await get(`/around?id=${id(name)}&${search}`, who))

  it.each(['', 'sort=oldest', 'tag=hero', 'sort=oldest&q=clip'])(
    'agrees with the list: %s',
    async (search) => {
      const list = await tiles(search)
      for (const [index, { id }] of list.entries()) {
        expect(await around(nameOf(id), search)).toEqual({
          index: index + 1,
          total: list.length,
          previous: list[index - 1]?.id ?? null,
          next: list[index + 1]?.id ?? null,
        })
      }
    },
  )

  it('gives a clip that the filters leave out its neighbours', async () => {
    expect(await around('std', 'tag=hero')).toEqual({
      index: null,
      total: 3,
      previous: null,
      next: id('wide'),
    })
  })

  it('knows nothing of what one may not see', async () => {
    const path = `/api/gallery/around?id=${id('secret')}`
    expect((await viewer.request('GET', path)).status).toBe(404)
    expect((await admin.request('GET', path)).status).toBe(200)
    expect((await viewer.request('GET', '/api/gallery/around?id=x')).status).toBe(422)
  })
})

it('GET /api/gallery/facets names what is there, for whoever asks', async () => {
  const facets = galleryFacetsSchema.parse(await get('/facets'))
  expect(facets).toEqual({
    authors: [
      { ...nameless(creator), count: 3 },
      { ...nameless(admin), count: 2 },
    ],
    models: [
      { id: 'seedance2.0-mini', line: 'mini', count: 4 },
      { id: 'seedance2.0-std', line: 'std', count: 1 },
    ],
    tags: [
      { tag: 'hero', count: 3 },
      { tag: 'launch', count: 1 },
    ],
    ratios: [
      { ratio: '21:9', count: 1 },
      { ratio: '16:9', count: 3 },
      { ratio: '9:16', count: 1 },
    ],
  })
  const all = galleryFacetsSchema.parse(await get('/facets', admin))
  expect(all.authors.map(({ count }) => count)).toEqual([4, 3])
})

function nameless({ member }: Caller) {
  return { id: member.id, name: member.name }
}
