import { describe, expect, it } from 'vitest'
import { testTile } from './gallery-test-tiles'
import { estimateHeight, layoutDay, ratioOf, targetHeight } from './gallery-layout'

const frame = { width: 1236, target: 152, gap: 4 }
const shapes = [16 / 9, 9 / 16, 21 / 9, 1, 3 / 4, 4 / 3]
const tilesOf = (count: number, seed = 1) =>
  Array.from({ length: count }, (_, at) =>
    testTile({ id: `t${at}`, height: 1000, width: 1000 * shapes[(at * seed * 7 + at) % 6]! }),
  )

describe('the rows of a day', () => {
  it.each([1, 2, 5, 23, 137])('hold all of %i clips in order, each in its true ratio', (count) => {
    const tiles = tilesOf(count)
    const { rows } = layoutDay(tiles, frame)
    const placed = rows.flatMap((row) => row.tiles.map((one) => ({ ...one, height: row.height })))
    expect(placed.map(({ tile }) => tile.id)).toEqual(tiles.map(({ id }) => id))
    for (const { tile, width, height } of placed) expect(width / height).toBeCloseTo(ratioOf(tile))
  })

  it.each([1, 2, 3, 4, 5])('are full and near the target, the last one excepted (%i)', (seed) => {
    const { rows } = layoutDay(tilesOf(90, seed), frame)
    for (const row of rows.slice(0, -1)) {
      const last = row.tiles.at(-1)!
      expect(last.left + last.width).toBeCloseTo(frame.width)
      expect(row.height).toBeGreaterThan(frame.target * 0.7)
      expect(row.height).toBeLessThan(frame.target * 1.6)
    }
    expect(rows.at(-1)!.height).toBeLessThanOrEqual(frame.target)
  })

  it('stand one gap apart, below each other', () => {
    const { rows, height } = layoutDay(tilesOf(40), frame)
    rows.forEach((row, at) => {
      const next = rows[at + 1]
      if (next) expect(next.top).toBeCloseTo(row.top + row.height + frame.gap)
      else expect(height).toBeCloseTo(row.top + row.height)
    })
  })

  it('never stretch a lonely clip, and shrink one that is too wide', () => {
    const lonely = layoutDay([testTile({ width: 900, height: 1600 })], frame)
    expect(lonely.height).toBe(152)
    const wide = layoutDay([testTile({ width: 2100, height: 900 })], { ...frame, width: 210 })
    expect(wide.height).toBeCloseTo(90)
  })

  it('put takes of one input closer than others', () => {
    const tiles = ['a', 'a', null, null].map((group, at) =>
      testTile({ id: `t${at}`, width: 1600, height: 900, take_group: group }),
    )
    const [row] = layoutDay(tiles, frame).rows
    const gaps = row!.tiles
      .slice(1)
      .map((one, at) => one.left - row!.tiles[at]!.left - row!.tiles[at]!.width)
    expect(gaps.map((gap) => Math.round(gap))).toEqual([1, 4, 4])
    expect(row!.tiles.map(({ joinsAfter }) => joinsAfter)).toEqual([true, false, false, false])
  })
})

describe('the height of a day that was not read yet', () => {
  it.each([5, 40, 137, 600])('is near to what %i clips take', (count) => {
    const tiles = tilesOf(count)
    const ratio_sum = tiles.reduce((sum, tile) => sum + ratioOf(tile), 0)
    const exact = layoutDay(tiles, frame).height
    expect(Math.abs(estimateHeight({ count, ratio_sum }, frame) - exact)).toBeLessThan(
      Math.max(frame.target * 1.3, exact * 0.08),
    )
  })

  it('is nothing for no clips', () => {
    expect(estimateHeight({ count: 0, ratio_sum: 0 }, frame)).toBe(0)
  })
})

describe('what rows aim at', () => {
  it('is as drawn in a usual window', () => {
    expect(targetHeight({ width: 1236, height: 808 }, 'medium', 1.5)).toBe(152)
    expect(targetHeight({ width: 344, height: 740 }, 'medium', 1.5)).toBe(92)
  })

  it.each([
    [1236, 808, 9 / 16],
    [2400, 1348, 1.5],
    [3700, 2000, 0.8],
  ])('keeps the cards of a window of %i × %i few', (width, height, ratio) => {
    const target = targetHeight({ width, height }, 'low', ratio)
    expect((width * height) / (target * target * ratio)).toBeLessThan(46)
  })
})
