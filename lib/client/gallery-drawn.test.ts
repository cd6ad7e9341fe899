import { describe, expect, it } from 'vitest'
import type { Tile } from '@/lib/schemas/gallery'
import { beginDrawing, drawMore, nothingDrawn, type Drawn } from './gallery-drawn'
import { layReel, type Reel } from './gallery-reel'
import { testTile } from './gallery-test-tiles'
import { windowOf } from './gallery-window'

const frame = { width: 1236, target: 152, gap: 4 }
const view = { from: 600, to: 1_400, down: true }

function reelOf(tiles: readonly Tile[]): Reel {
  const facts = {
    day: '2026-11-22',
    count: tiles.length,
    seconds: 1,
    ratio_sum: tiles.length * 1.7,
  }
  const loaded = new Map([[facts.day, { tiles, complete: true }]])
  return layReel([facts], loaded, frame, new WeakMap(), new Map())
}
const tiles = Array.from({ length: 200 }, (_, at) => testTile({ id: `t${at}` }))
const reel = reelOf(tiles)
const wanted = windowOf(reel, view, null)
const newIn = (before: Drawn, after: Drawn) => [...after.ids].filter((id) => !before.ids.has(id))

describe('a window', () => {
  it('is drawn a few rows a frame, all of it in the end', () => {
    let drawn = beginDrawing(reel, wanted, nothingDrawn)
    expect(drawn.ids.size).toBe(0)
    let frames = 0
    while (drawn.window !== wanted) {
      const next = drawMore(reel, wanted, drawn, view)
      expect(newIn(drawn, next).length).toBeGreaterThan(0)
      expect(newIn(drawn, next).length).toBeLessThanOrEqual(8)
      drawn = next
      frames += 1
    }
    expect(frames).toBeGreaterThan(2)
  })

  it('begins in the middle of the view', () => {
    const { window } = drawMore(reel, wanted, nothingDrawn, view)
    for (const { row } of window?.rows ?? []) {
      const { top, height } = reel.days[0]!.layout!.rows[row]!
      expect(top).toBeLessThan(view.to - 100)
      expect(top + height).toBeGreaterThan(view.from + 100)
    }
  })

  it('that moves on keeps what it shared with the one before', () => {
    const drawn = { window: wanted, ids: new Set(idsOf(reel, wanted.rows)) }
    const next = windowOf(reel, { from: 1_000, to: 1_800, down: true }, null)
    const shared = idsOf(reel, next.rows).filter((id) => drawn.ids.has(id))
    expect(shared.length).toBeGreaterThan(0)
    expect([...beginDrawing(reel, next, drawn).ids]).toEqual(shared)
  })

  it('of which a clip is gone keeps all rows that had one of their clips', () => {
    const drawn = { window: wanted, ids: new Set(idsOf(reel, wanted.rows)) }
    const less = reelOf(tiles.filter((_, at) => at !== 40))
    const next = windowOf(less, view, null)
    expect(beginDrawing(less, next, drawn).window).toBe(next)
  })
})

function idsOf({ days }: Reel, rows: typeof wanted.rows): string[] {
  return rows.flatMap(({ day, row }) =>
    days[day]!.layout!.rows[row]!.tiles.map((one) => one.tile.id),
  )
}
