import type { Tile } from '@/lib/schemas/gallery'
import type { LoadedDay } from './gallery-reel'
import type { GalleryStart } from './gallery-snapshot'

type ReadDay = readonly [string, LoadedDay]

/** The days of a first page; the last one of them may go on. */
export function daysOfStart({ days, tiles }: GalleryStart): ReadDay[] {
  const all: ReadDay[] = []
  let at = 0
  for (const { day, count } of days.data) {
    const own = tiles.data.slice(at, at + count)
    if (own.length === 0) break
    all.push([day, { tiles: own, complete: own.length === count }])
    at += count
  }
  return all
}

/**
 * The days of a page that was asked for as a whole. `isCut`: there was more than one page holds, so that the
 * last day may go on and what is after it has not come.
 */
export function daysOfRun(
  run: readonly string[],
  tiles: readonly Tile[],
  timeZone: string,
  isCut: boolean,
): ReadDay[] {
  const days = byDay(tiles, timeZone)
  const last = isCut ? [...days.keys()].at(-1) : undefined
  const whole = last === undefined ? run : run.slice(0, run.indexOf(last))
  const read = whole.map((day): ReadDay => [day, { tiles: days.get(day) ?? [], complete: true }])
  if (last === undefined || !run.includes(last)) return read
  return [...read, [last, { tiles: days.get(last) ?? [], complete: false }]]
}

function byDay(tiles: readonly Tile[], timeZone: string): Map<string, Tile[]> {
  // The one language whose dates are written as ours are kept.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const days = new Map<string, Tile[]>()
  for (const tile of tiles) {
    const day = format.format(new Date(tile.created_at))
    const own = days.get(day)
    if (own) own.push(tile)
    else days.set(day, [tile])
  }
  return days
}
