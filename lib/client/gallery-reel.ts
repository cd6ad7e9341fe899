import type { Tile } from '@/lib/schemas/gallery'
import {
  estimateHeight,
  layoutDay,
  type DayFacts,
  type DayLayout,
  type GridFrame,
} from './gallery-layout'

/** What is known of a day's clips. */
export type LoadedDay = { tiles: readonly Tile[]; complete: boolean }

export type PlacedDay = {
  facts: DayFacts
  /** Where its head begins. */
  top: number
  /** Height of its head. */
  head: number
  /** Of all of it. */
  height: number
  /** null while its clips have not been read. */
  layout: DayLayout | null
}

export type Reel = {
  days: readonly PlacedDay[]
  /** The same days as the server told them. */
  dayFacts: readonly DayFacts[]
  height: number
  frame: GridFrame
}

/** A row by its place. */
export type RowPlace = { day: number; row: number }

const firstHead = 30
const head = 36

/** Lays days out one below the other; `known` remembers exact heights of days that were let go. */
export function layReel(
  days: readonly DayFacts[],
  loaded: ReadonlyMap<string, LoadedDay>,
  frame: GridFrame,
  layouts: WeakMap<readonly Tile[], DayLayout>,
  known: Map<string, number>,
): Reel {
  let top = 0
  const placed = days.map((facts, at): PlacedDay => {
    const day = loaded.get(facts.day)
    const headHeight = at === 0 ? firstHead : head
    const layout = day === undefined ? null : layoutOf(day.tiles, frame, layouts)
    const body =
      layout === null ? (known.get(facts.day) ?? estimateHeight(facts, frame)) : layout.height
    const rest = layout !== null && !day?.complete ? restOf(facts, day?.tiles ?? [], frame) : 0
    if (layout !== null && day?.complete) known.set(facts.day, layout.height)
    const one = { facts, top, head: headHeight, height: headHeight + body + rest, layout }
    top += one.height
    return one
  })
  return { days: placed, dayFacts: days, height: top, frame }
}

function layoutOf(
  tiles: readonly Tile[],
  frame: GridFrame,
  layouts: WeakMap<readonly Tile[], DayLayout>,
): DayLayout {
  const made = layouts.get(tiles) ?? layoutDay(tiles, frame)
  layouts.set(tiles, made)
  return made
}

function restOf(facts: DayFacts, tiles: readonly Tile[], frame: GridFrame): number {
  const share = 1 - tiles.length / Math.max(1, facts.count)
  if (share <= 0) return 0
  const rest = { count: facts.count - tiles.length, ratio_sum: facts.ratio_sum * share }
  return frame.gap + estimateHeight(rest, frame)
}

/** The day at a height, by halving; the nearest one for a height outside. */
export function dayAt({ days }: Reel, y: number): number {
  let [low, high] = [0, days.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (days[middle]!.top <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

export function rowTop({ days }: Reel, { day, row }: RowPlace): number {
  const placed = days[day]
  const line = placed?.layout?.rows[row]
  return placed && line ? placed.top + placed.head + line.top : 0
}

/** Where a clip stands, if its day has been read. */
export function findTile(
  { days }: Reel,
  id: string,
): { day: number; row: number; index: number } | null {
  for (let day = 0; day < days.length; day += 1) {
    const rows = days[day]!.layout?.rows
    if (!rows) continue
    for (let row = 0; row < rows.length; row += 1) {
      const index = rows[row]!.tiles.findIndex(({ tile }) => tile.id === id)
      if (index !== -1) return { day, row, index }
    }
  }
  return null
}

/** What stays where it is when heights around it change: a clip in view, else a share of a day. */
export type Anchor =
  | { kind: 'tile'; id: string; day: string; below: number }
  | { kind: 'day'; day: string; share: number }

/** `from` and `to` are the window's edges. */
export function anchorAt(reel: Reel, from: number, to: number): Anchor | null {
  const first = dayAt(reel, from)
  for (let day = first; day < reel.days.length; day += 1) {
    const { top, head, layout, facts } = reel.days[day]!
    if (top > to) break
    for (const row of layout?.rows ?? []) {
      const rowStart = top + head + row.top
      if (rowStart + row.height / 2 < from || rowStart > to) continue
      return { kind: 'tile', id: row.tiles[0]!.tile.id, day: facts.day, below: rowStart - from }
    }
  }
  const day = reel.days[first]
  return day ? { kind: 'day', day: day.facts.day, share: (from - day.top) / day.height } : null
}

/** Where the window's upper edge has to be for the anchor to stay; null when it is gone. */
export function anchoredTop(reel: Reel, anchor: Anchor): number | null {
  const at = reel.days.findIndex(({ facts }) => facts.day === anchor.day)
  const day = reel.days[at]
  if (!day) return null
  if (anchor.kind === 'day') return day.top + anchor.share * day.height
  const rows = day.layout?.rows ?? []
  const row = rows.findIndex(({ tiles }) => tiles.some(({ tile }) => tile.id === anchor.id))
  return row === -1 ? null : rowTop(reel, { day: at, row }) - anchor.below
}
