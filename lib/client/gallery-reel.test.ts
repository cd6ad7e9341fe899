import { describe, expect, it } from 'vitest'
import type { Tile } from '@/lib/schemas/gallery'
import type { DayLayout } from './gallery-layout'
import { neighbourOf } from './gallery-neighbour'
import {
  anchorAt,
  anchoredTop,
  dayAt,
  findTile,
  layReel,
  rowTop,
  type LoadedDay,
} from './gallery-reel'
import { testTile } from './gallery-test-tiles'
import { mostCards, windowOf } from './gallery-window'

const frame = { width: 1236, target: 152, gap: 4 }
const perDay = 30
const shapes = [16 / 9, 9 / 16, 21 / 9, 1, 3 / 4, 4 / 3]

const dayName = (at: number) =>
  `2026-0${1 + Math.floor(at / 28)}-${String(1 + (at % 28)).padStart(2, '0')}`
const tilesOf = (day: number): Tile[] =>
  Array.from({ length: perDay }, (_, at) =>
    testTile({ id: `${day}-${at}`, height: 1000, width: 1000 * shapes[(at * 5 + day) % 6]! }),
  )
const days = Array.from({ length: 100 }, (_, at) => ({
  day: dayName(at),
  count: perDay,
  seconds: 150,
  // Wrong on purpose: an estimate that has to be corrected.
  ratio_sum: perDay * 1.1,
}))

function reelWith(read: readonly number[], known = new Map<string, number>()) {
  const loaded = new Map<string, LoadedDay>(
    read.map((day) => [dayName(day), { tiles: tilesOf(day), complete: true }]),
  )
  return layReel(days, loaded, frame, new WeakMap<readonly Tile[], DayLayout>(), known)
}

describe('the reel', () => {
  it('puts days below each other and finds them by height', () => {
    const reel = reelWith([0, 50])
    reel.days.forEach((day, at) => {
      expect(dayAt(reel, day.top)).toBe(at)
      expect(dayAt(reel, day.top + day.height - 1)).toBe(at)
    })
    expect(dayAt(reel, -500)).toBe(0)
    expect(dayAt(reel, reel.height + 500)).toBe(99)
  })

  it('remembers the height of a day that was let go', () => {
    const known = new Map<string, number>()
    const before = reelWith([3], known)
    expect(reelWith([], known).days[3]!.height).toBe(before.days[3]!.height)
  })
})

describe('what stays in its place', () => {
  it('is the clip in view when a day above it turns out to be higher or lower', () => {
    const before = reelWith([50])
    const from = rowTop(before, { day: 50, row: 2 }) - 17
    const anchor = anchorAt(before, from, from + 800)
    const after = reelWith([48, 49, 50])
    expect(after.days[50]!.top).not.toBe(before.days[50]!.top)
    expect(anchoredTop(after, anchor!)).toBeCloseTo(rowTop(after, { day: 50, row: 2 }) - 17)
  })

  it('is the clip further down when the upper part of the window is a day that comes in', () => {
    const before = reelWith([50])
    const from = before.days[50]!.top - 300
    const after = reelWith([49, 50])
    const top = anchoredTop(after, anchorAt(before, from, from + 800)!)
    expect(rowTop(after, { day: 50, row: 0 }) - top!).toBeCloseTo(
      rowTop(before, { day: 50, row: 0 }) - from,
    )
  })

  it('is the same share of a day where nothing in view was read', () => {
    const before = reelWith([])
    const day = before.days[20]!
    const anchor = anchorAt(before, day.top + day.height / 2, day.top + day.height)
    const after = reelWith([10])
    expect(anchoredTop(after, anchor!)).toBeCloseTo(
      after.days[20]!.top + after.days[20]!.height / 2,
    )
  })
})

describe('the window', () => {
  const reel = reelWith(days.map((_, at) => at))
  const count = (rows: readonly { day: number; row: number }[]) =>
    rows.reduce((sum, { day, row }) => sum + reel.days[day]!.layout!.rows[row]!.tiles.length, 0)

  it.each([true, false])(
    'draws all rows in view and never more cards than allowed (down: %s)',
    (down) => {
      for (let from = 0; from < 20_000; from += 77) {
        const view = { from, to: from + 808, down }
        const { rows } = windowOf(reel, view, { day: 90, row: 1 })
        expect(count(rows)).toBeLessThanOrEqual(mostCards)
        const drawn = new Set(rows.map(({ day, row }) => `${day}.${row}`))
        reel.days.forEach((day, at) =>
          day.layout!.rows.forEach((row, index) => {
            const top = day.top + day.head + row.top
            const isInView = top + row.height > from && top < view.to
            if (isInView) expect(drawn.has(`${at}.${index}`)).toBe(true)
          }),
        )
        expect(drawn.has('90.1')).toBe(true)
      }
    },
  )

  it('has the same key exactly while the same rows are drawn', () => {
    const at = (from: number) => windowOf(reel, { from, to: from + 808, down: true }, null)
    expect(at(1000).key).toBe(at(1001).key)
    expect(at(1000).key).not.toBe(at(1400).key)
  })
})

describe('arrows', () => {
  const reel = reelWith([0, 1])
  const place = (id: string) => findTile(reel, id)!

  it('walk along the list with left and right, over rows and days', () => {
    let id = '0-0'
    for (let step = 1; step < 2 * perDay; step += 1) {
      const next = neighbourOf(reel, place(id), 'right')
      if (next?.kind !== 'tile') throw new Error('There is a clip at the right')
      expect(neighbourOf(reel, place(next.id), 'left')).toMatchObject({ kind: 'tile', id })
      id = next.id
    }
    expect(id).toBe(`1-${perDay - 1}`)
  })

  it('go to the nearest clip of the next row with up and down', () => {
    const here = place('0-2')
    const row = reel.days[0]!.layout!.rows[here.row]!
    const x = row.tiles[here.index]!.left + row.tiles[here.index]!.width / 2
    const next = neighbourOf(reel, here, 'down')
    if (next?.kind !== 'tile') throw new Error('There is a row below')
    const there = place(next.id)
    expect(there.row).toBe(here.row + 1)
    const tile = reel.days[0]!.layout!.rows[there.row]!.tiles[there.index]!
    expect(x).toBeGreaterThanOrEqual(tile.left - 4)
    expect(x).toBeLessThanOrEqual(tile.left + tile.width + 4)
  })

  it('ask for a day that was not read, and end at both ends of the list', () => {
    expect(neighbourOf(reel, place(`1-${perDay - 1}`), 'right')).toMatchObject({
      kind: 'unread',
      day: 2,
      edge: 'first',
    })
    expect(neighbourOf(reel, place('0-0'), 'left')).toBeNull()
    expect(neighbourOf(reel, place('0-0'), 'last')).toMatchObject({ kind: 'unread', day: 99 })
  })
})
