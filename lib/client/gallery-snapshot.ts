import type { GalleryDays, Tile, TileList } from '@/lib/schemas/gallery'
import type { DayFacts } from './gallery-layout'
import type { LoadedDay } from './gallery-reel'

/** What is known of a list at one moment. Nothing in it is ever written over. */
export type GallerySnapshot = {
  /** null until the first answer. */
  days: readonly DayFacts[] | null
  total: number
  /** Without filters. */
  all: number
  loaded: ReadonlyMap<string, LoadedDay>
  /** Days that could not be read. */
  failed: ReadonlySet<string>
  /** The list of days could not be read. */
  isError: boolean
  /** Days that have more clips than shown, until somebody wants to see them. */
  news: GalleryDays | null
}

/** What the server may have put into the page already. */
export type GalleryStart = { query: string; zone: string; days: GalleryDays; tiles: TileList }

export const nothingKnown: GallerySnapshot = {
  days: null,
  total: 0,
  all: 0,
  loaded: new Map(),
  failed: new Set(),
  isError: false,
  news: null,
}

/** Other days; clips of those that are gone go with them. */
export function withDays(before: GallerySnapshot, days: GalleryDays): GallerySnapshot {
  const there = new Set(days.data.map(({ day }) => day))
  const loaded = new Map([...before.loaded].filter(([day]) => there.has(day)))
  const { data, total, all } = days
  return { ...before, days: data, total, all, loaded, isError: false, news: null }
}

/** The days in which something was added, removed or measured since. */
export function changedDays(before: GallerySnapshot, now: GalleryDays): string[] {
  const known = new Map(before.days?.map((facts) => [facts.day, facts]))
  return now.data.flatMap(({ day, count, seconds }) => {
    const facts = known.get(day)
    return facts && (facts.count !== count || facts.seconds !== seconds) ? [day] : []
  })
}

/** Clips of days that were read. */
export function withClips(
  before: GallerySnapshot,
  read: Iterable<readonly [string, LoadedDay]>,
): GallerySnapshot {
  const loaded = new Map(before.loaded)
  const failed = new Set(before.failed)
  for (const [day, clips] of read) {
    loaded.set(day, clips)
    failed.delete(day)
  }
  return { ...before, loaded, failed }
}

export function withFailed(before: GallerySnapshot, days: readonly string[]): GallerySnapshot {
  return { ...before, failed: new Set([...before.failed, ...days]) }
}

/** The same with other tiles in the days that hold one of `ids`; nothing else changes its identity. */
export function withTiles(
  before: GallerySnapshot,
  ids: ReadonlySet<string>,
  edit: (tiles: readonly Tile[]) => readonly Tile[],
): GallerySnapshot {
  const loaded = new Map(before.loaded)
  for (const [day, clips] of loaded) {
    if (clips.tiles.some(({ id }) => ids.has(id))) {
      loaded.set(day, { ...clips, tiles: edit(clips.tiles) })
    }
  }
  return { ...before, loaded }
}

/** Clips that are kept although nobody sees them. */
const mostKept = 2_500

/** The same without what is far from the days in view, where that is too much. */
export function withoutFar(before: GallerySnapshot, inView: readonly string[]): GallerySnapshot {
  const { days, loaded } = before
  let kept = [...loaded.values()].reduce((sum, { tiles }) => sum + tiles.length, 0)
  if (kept <= mostKept || days === null) return before
  const order = new Map(days.map(({ day }, at) => [day, at]))
  const centre = order.get(inView[0] ?? '') ?? 0
  const far = (day: string) => Math.abs((order.get(day) ?? 0) - centre)
  const rest = new Map(loaded)
  for (const day of [...loaded.keys()].sort((a, b) => far(b) - far(a))) {
    if (kept <= mostKept * 0.7) break
    if (inView.includes(day)) continue
    kept -= rest.get(day)?.tiles.length ?? 0
    rest.delete(day)
  }
  return { ...before, loaded: rest }
}
