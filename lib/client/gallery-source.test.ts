import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Tile } from '@/lib/schemas/gallery'
import { createGallerySource } from './gallery-source'
import { testTile } from './gallery-test-tiles'

/** What the server has, by day, and what it was asked. */
let server: Map<string, Tile[]>
let asked: URL[]
let broken: (url: URL) => boolean
const pageSize = 200

function answer(url: URL): unknown {
  if (url.pathname.endsWith('/days')) {
    const data = [...server]
      .filter(([, tiles]) => tiles.length > 0)
      .map(([day, tiles]) => ({ day, count: tiles.length, seconds: tiles.length, ratio_sum: 1 }))
    const total = data.reduce((sum, { count }) => sum + count, 0)
    return { data, total, all: total }
  }
  const [one, first = one, last = one] = ['day', 'from', 'to'].map(
    (name) => url.searchParams.get(name) ?? undefined,
  )
  const tiles = [...server].flatMap(([day, own]) =>
    day >= (first ?? '') && day <= (last ?? '') ? own : [],
  )
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const to = from + pageSize
  return { data: tiles.slice(from, to), next_cursor: to < tiles.length ? String(to) : null }
}

beforeEach(() => {
  server = new Map(
    ['2026-11-22', '2026-11-21', '2026-11-20'].map((day) => [day, tilesOf(day, 3)] as const),
  )
  asked = []
  broken = () => false
  vi.stubGlobal('fetch', async (path: string, { signal }: { signal?: AbortSignal } = {}) => {
    const url = new URL(path, 'http://app.test')
    asked.push(url)
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
    return broken(url) ? Response.json({}, { status: 503 }) : Response.json(answer(url))
  })
})
afterEach(() => vi.unstubAllGlobals())

const tilesOf = (day: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    testTile({ id: `${day}/${at}`, created_at: `${day}T04:00:00.000Z` }),
  )
const open = async (query = '') => {
  const source = createGallerySource(query, 'Asia/Shanghai')
  await source.open()
  return source
}
const idsOf = (source: Awaited<ReturnType<typeof open>>, day: string) =>
  source
    .get()
    .loaded.get(day)
    ?.tiles.map(({ id }) => id)
const daysAsked = () =>
  asked.map((url) => url.searchParams.get('day')).filter((day) => day !== null)

const rangeOf = ({ searchParams }: URL) => `${searchParams.get('from')} ${searchParams.get('to')}`

describe('the clips of a gallery', () => {
  it('are asked for with the filters and the zone, small days together as they are wanted', async () => {
    const source = await open('line=full&q=wave')
    expect(source.get().total).toBe(9)
    source.want(['2026-11-21'])
    await vi.waitFor(() => expect(idsOf(source, '2026-11-21')).toHaveLength(3))
    expect(idsOf(source, '2026-11-20')).toHaveLength(3)
    expect(idsOf(source, '2026-11-22')).toBeUndefined()
    expect(asked.slice(1).map(rangeOf)).toEqual(['2026-11-20 2026-11-21'])
    for (const { searchParams } of asked) {
      expect(searchParams.get('line')).toBe('full')
      expect(searchParams.get('zone')).toBe('Asia/Shanghai')
    }
  })

  it('come in pages where a day has many, the first of them at once', async () => {
    server.set('2026-11-22', tilesOf('2026-11-22', 450))
    const source = await open()
    const lengths: number[] = []
    source.subscribe(() => lengths.push(idsOf(source, '2026-11-22')?.length ?? 0))
    source.want(['2026-11-22'])
    await vi.waitFor(() => expect(source.get().loaded.get('2026-11-22')?.complete).toBe(true))
    expect(lengths).toEqual([200, 400, 450])
  })

  it('are read upwards for who scrolls up', async () => {
    const source = await open()
    source.want(['2026-11-21'], false)
    await vi.waitFor(() => expect(idsOf(source, '2026-11-22')).toHaveLength(3))
    expect(asked.slice(1).map(rangeOf)).toEqual(['2026-11-21 2026-11-22'])
  })

  it('of a day that turned out longer are read to its end', async () => {
    const source = await open()
    server.set('2026-11-20', tilesOf('2026-11-20', 230))
    source.want(['2026-11-22', '2026-11-21', '2026-11-20'])
    await vi.waitFor(() => expect(idsOf(source, '2026-11-20')).toHaveLength(230))
    expect(idsOf(source, '2026-11-22')).toHaveLength(3)
  })

  it('are not read for a day that left the view before they came', async () => {
    for (const day of server.keys()) server.set(day, tilesOf(day, 120))
    const source = await open()
    source.want(['2026-11-22'])
    source.want(['2026-11-20'])
    await vi.waitFor(() => expect(idsOf(source, '2026-11-20')).toHaveLength(120))
    expect(idsOf(source, '2026-11-22')).toBeUndefined()
  })

  it('say which day could not be read, and read it when asked again', async () => {
    const source = await open()
    broken = (url) => !url.pathname.endsWith('/days')
    source.want(['2026-11-22'])
    await vi.waitFor(() => expect(source.get().failed.has('2026-11-22')).toBe(true))
    broken = () => false
    source.retry()
    await vi.waitFor(() => expect(idsOf(source, '2026-11-22')).toHaveLength(3))
    expect(source.get().failed.size).toBe(0)
  })

  it('say when there is no list, and open when asked again', async () => {
    broken = () => true
    const source = await open()
    expect(source.get()).toMatchObject({ isError: true, days: null })
    broken = () => false
    await source.open()
    expect(source.get()).toMatchObject({ isError: false, total: 9 })
  })

  it('are let go when they are many and far away', async () => {
    const days = Array.from(
      { length: 30 },
      (_, at) => `2026-10-${String(30 - at).padStart(2, '0')}`,
    )
    server = new Map(days.map((day) => [day, tilesOf(day, 150)]))
    const source = await open()
    for (const day of days) {
      await source.tilesOf(day)
      source.forget([day])
    }
    const { loaded } = source.get()
    const kept = [...loaded.values()].reduce((sum, { tiles }) => sum + tiles.length, 0)
    expect(kept).toBeLessThanOrEqual(2_500)
    expect(loaded.has(days.at(-1)!)).toBe(true)
    expect(loaded.has(days[0]!)).toBe(false)
  })

  it('that were not changed keep their identity', async () => {
    const source = await open()
    const [first, second] = await source.tilesOf('2026-11-22')
    const other = await source.tilesOf('2026-11-21')
    source.patch(new Set([first!.id]), { favourite: true })
    const now = source.get().loaded.get('2026-11-22')!.tiles
    expect(now[0]).toMatchObject({ favourite: true })
    expect(now[1]).toBe(second)
    expect(source.get().loaded.get('2026-11-21')!.tiles).toBe(other)
  })
})

describe('new clips', () => {
  const arrive = (day: string) =>
    server.set(day, [
      testTile({ id: 'new', created_at: `${day}T05:00:00.000Z` }),
      ...server.get(day)!,
    ])

  it('come in by themselves where nobody looks', async () => {
    const source = await open()
    await source.tilesOf('2026-11-22')
    arrive('2026-11-22')
    await source.look((days) => {
      expect(days).toEqual(['2026-11-22'])
      return true
    })
    expect(idsOf(source, '2026-11-22')?.[0]).toBe('new')
    expect(source.get()).toMatchObject({ total: 10, news: null })
  })

  it('wait under somebody’s eyes, and come in when asked', async () => {
    const source = await open()
    await source.tilesOf('2026-11-22')
    const before = source.get().days
    arrive('2026-11-22')
    await source.look(() => false)
    expect(source.get().days).toBe(before)
    expect(idsOf(source, '2026-11-22')).toHaveLength(3)
    await source.show(source.get().news!)
    expect(idsOf(source, '2026-11-22')).toHaveLength(4)
  })

  it('change nothing where there are none', async () => {
    const source = await open()
    const before = source.get()
    await source.look(() => true)
    expect(source.get()).toBe(before)
  })
})

it('what the server put into the page is not asked for again', async () => {
  const days = answer(new URL('http://app.test/days')) as never
  const data = [...server.values()].flat().slice(0, 5)
  const start = { query: '', zone: 'UTC', days, tiles: { data, next_cursor: 'more' } }
  const source = createGallerySource('', 'UTC', start)
  await source.open()
  source.want(['2026-11-22', '2026-11-21'])
  expect(source.get().loaded.get('2026-11-22')).toMatchObject({ complete: true })
  expect(source.get().loaded.get('2026-11-21')).toMatchObject({ complete: false })
  await vi.waitFor(() => expect(idsOf(source, '2026-11-21')).toHaveLength(3))
  expect(daysAsked()).toEqual(['2026-11-21'])
})
