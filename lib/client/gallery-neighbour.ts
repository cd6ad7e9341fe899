import type { Reel } from './gallery-reel'

export type Direction = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'first' | 'last'

/** A clip, or the edge of a day that has to be read first. */
export type Neighbour =
  | { kind: 'tile'; id: string; day: number; row: number }
  | { kind: 'unread'; day: number; edge: 'first' | 'last'; x: number | null }

type Place = { day: number; row: number; index: number }

/** Where an arrow leads from a clip: along the list, or to the nearest clip of the next row. */
export function neighbourOf(
  reel: Reel,
  { day, row, index }: Place,
  direction: Direction,
): Neighbour | null {
  const rows = reel.days[day]?.layout?.rows
  const line = rows?.[row]
  const here = line?.tiles[index]
  if (!rows || !line || !here) return null
  if (direction === 'start') return inRow(reel, day, row, 0)
  if (direction === 'end') return inRow(reel, day, row, line.tiles.length - 1)
  if (direction === 'first') return edgeOf(reel, 0, 'first', null)
  if (direction === 'last') return edgeOf(reel, reel.days.length - 1, 'last', null)
  const middle = here.left + here.width / 2
  const forward = direction === 'right' || direction === 'down'
  const x = direction === 'up' || direction === 'down' ? middle : null
  if (x === null) {
    const beside = index + (forward ? 1 : -1)
    if (line.tiles[beside]) return inRow(reel, day, row, beside)
  }
  const nextRow = row + (forward ? 1 : -1)
  if (rows[nextRow]) return landOn(reel, day, nextRow, forward ? 'first' : 'last', x)
  return edgeOf(reel, day + (forward ? 1 : -1), forward ? 'first' : 'last', x)
}

/** The first or last clip of a day, or the one nearest to `x` in its first or last row. */
export function edgeOf(
  reel: Reel,
  day: number,
  edge: 'first' | 'last',
  x: number | null,
): Neighbour | null {
  const placed = reel.days[day]
  if (!placed) return null
  const rows = placed.layout?.rows
  if (!rows?.length) return { kind: 'unread', day, edge, x }
  return landOn(reel, day, edge === 'first' ? 0 : rows.length - 1, edge, x)
}

function landOn(reel: Reel, day: number, row: number, edge: 'first' | 'last', x: number | null) {
  const tiles = reel.days[day]!.layout!.rows[row]!.tiles
  if (x === null) return inRow(reel, day, row, edge === 'first' ? 0 : tiles.length - 1)
  const away = tiles.map(({ left, width }) => Math.max(left - x, x - left - width, 0))
  return inRow(reel, day, row, away.indexOf(Math.min(...away)))
}

function inRow(reel: Reel, day: number, row: number, index: number): Neighbour {
  return { kind: 'tile', id: reel.days[day]!.layout!.rows[row]!.tiles[index]!.tile.id, day, row }
}
