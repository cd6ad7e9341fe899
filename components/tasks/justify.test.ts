import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsHeight, justify, type Cell, type Placed } from './justify'

let count = 0
const cell = (ratio: number, shape: Cell['shape'] = 'picture'): Cell => ({
  id: `${++count}`,
  shape,
  ratio,
})

/** Resolves the lengths that `justify` writes. */
function pixels(css: string, whole: number): number {
  const share = /^calc\(\(100% - ([\d.]+)px\) \* ([\d.]+) \+ (-?[\d.]+)px\)$/.exec(css)
  if (share) return (whole - Number(share[1])) * Number(share[2]) + Number(share[3])
  const rest = /^calc\(100% - (\d+)px\)$/.exec(css)
  if (rest) return whole - Number(rest[1])
  const capped = /^min\(100%, ([\d.]+)px\)$/.exec(css)
  if (capped) return Math.min(whole, Number(capped[1]))
  const plain = /^([\d.]+)px$/.exec(css)
  return plain ? Number(plain[1]) : whole
}

type Box = { cell: Cell; width: number; frame: number }

/** Breaks lines as the browser would, at the pane's width. */
function rowsOf(cells: readonly Cell[], pane: number): Box[][] {
  const rows: Box[][] = []
  let room = -1
  for (const place of justify(cells, pane)) {
    const box = boxOf(
      cells.find(({ id }) => id === place.id)!,
      place,
      pane,
    )
    if (box.width <= room) rows.at(-1)!.push(box)
    else {
      rows.push([box])
      room = pane
    }
    room -= box.width + 20
  }
  return rows
}

function boxOf(target: Cell, place: Placed, pane: number): Box {
  const width = pixels(place.width, pane)
  const frame = place.upright
    ? pixels(place.upright, width) / target.ratio - factsHeight
    : width / target.ratio
  return { cell: target, width, frame }
}

const ratios = [21 / 9, 16 / 9, 4 / 3, 1, 3 / 4, 9 / 16]
const anyCell = fc.oneof(
  fc.constantFrom(...ratios).map((ratio) => cell(ratio)),
  fc.constant(1.9).map((ratio) => cell(ratio, 'message')),
  fc.constant(1).map((ratio) => cell(ratio, 'group')),
)
const anyFeed = fc.array(anyCell, { maxLength: 30 })
const anyPane = fc.integer({ min: 280, max: 2400 })

describe('justify', () => {
  it('shows every cell once', () => {
    fc.assert(
      fc.property(anyFeed, anyPane, (cells, pane) => {
        const shown = justify(cells, pane).map(({ id }) => id)
        expect([...shown].sort()).toEqual(cells.map(({ id }) => id).sort())
      }),
    )
  })

  it('gives all frames of a row one height', () => {
    fc.assert(
      fc.property(anyFeed, anyPane, (cells, pane) => {
        for (const row of rowsOf(cells, pane)) {
          const first = row[0]!.frame
          for (const { frame } of row) expect(Math.abs(frame - first)).toBeLessThan(1)
        }
      }),
    )
  })

  it('fills every row but the last before a group or the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ratios), { maxLength: 30 }),
        anyPane,
        (list, pane) => {
          const rows = rowsOf(
            list.map((ratio) => cell(ratio)),
            pane,
          )
          for (const row of rows.slice(0, -1)) {
            const used = row.reduce((total, { width }) => total + width, 20 * (row.length - 1))
            expect(pane - used).toBeLessThan(1)
          }
        },
      ),
    )
  })

  it('never overflows the pane', () => {
    fc.assert(
      fc.property(anyFeed, anyPane, (cells, pane) => {
        for (const place of justify(cells, pane)) {
          expect(pixels(place.width, pane)).toBeLessThanOrEqual(pane)
        }
      }),
    )
  })

  it('lets a group wait until the row before it is full', () => {
    const [wide, group, next] = [cell(16 / 9), cell(1, 'group'), cell(16 / 9)]
    expect(justify([wide, group, next], 900).map(({ id }) => id)).toEqual([
      wide.id,
      next.id,
      group.id,
    ])
  })

  it('keeps the order on a phone, one card a row', () => {
    const cells = [cell(16 / 9), cell(1, 'group'), cell(1.9, 'message'), cell(1)]
    const placed = justify(cells, 358)
    expect(placed.map(({ id }) => id)).toEqual(cells.map(({ id }) => id))
    expect(placed.every(({ width }) => width === '100%')).toBe(true)
  })

  it.each([
    [9 / 16, true],
    [3 / 4, true],
    [1, false],
    [16 / 9, false],
  ])('stands a picture of ratio %f upright: %s', (ratio, upright) => {
    const [placed] = justify([cell(ratio)], 900)
    expect(placed?.upright !== null).toBe(upright)
  })

  it('does not blow the last row up', () => {
    const [row] = rowsOf([cell(16 / 9)], 908)
    expect(row?.[0]?.frame).toBeCloseTo(235.2, 0)
  })
})
