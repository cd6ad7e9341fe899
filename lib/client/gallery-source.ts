import type { GalleryDays, Tile } from '@/lib/schemas/gallery'
import { api } from './api'
import { cell } from './cell'
import { daysOfStart } from './gallery-by-day'
import { createGalleryReader } from './gallery-reader'
import {
  changedDays,
  nothingKnown,
  withClips,
  withDays,
  withoutFar,
  withTiles,
  type GallerySnapshot,
  type GalleryStart,
} from './gallery-snapshot'

export type GallerySource = ReturnType<typeof createGallerySource>

/**
 * The clips of one set of filters, read day by day as they come into view and let go when they are
 * far away: a hundred thousand of them weigh what a few hundred do.
 */
export function createGallerySource(query: string, zone: string, start?: GalleryStart) {
  const state = cell<GallerySnapshot>(nothingKnown)
  const change = (part: Partial<GallerySnapshot>) => state.set({ ...state.get(), ...part })
  const path = (name: string, more: Record<string, string> = {}) => {
    const params = new URLSearchParams(query)
    params.set('zone', zone)
    for (const [key, value] of Object.entries(more)) params.set(key, value)
    return `/api/gallery${name}?${params}`
  }
  const reader = createGalleryReader(state, zone, (more) => path('', more))
  let askingDays: Promise<void> | null = null
  let askedAt = 0

  const askDays = async () => {
    const days = await api<GalleryDays>(path('/days'))
    askedAt = Date.now()
    return days
  }
  const readAgain = (days: Iterable<string>) => {
    const { loaded } = state.get()
    return Promise.allSettled([...days].filter((day) => loaded.has(day)).map(reader.readDay))
  }
  /** Takes other days in and reads those again that have changed, or are named. */
  const show = async (now: GalleryDays, named: readonly string[] = []) => {
    const changed = changedDays(state.get(), now)
    state.set(withDays(state.get(), now))
    await readAgain(new Set([...changed, ...named]))
  }

  if (start && start.query === query && start.zone === zone) {
    state.set(withClips(withDays(state.get(), start.days), daysOfStart(start)))
    askedAt = Date.now()
  }

  return {
    query,
    zone,
    get: state.get,
    subscribe: state.subscribe,

    /** Milliseconds since the days were read. */
    age: () => Date.now() - askedAt,

    /** Reads the days, the first time and again after an error. */
    open(): Promise<void> {
      if (state.get().days !== null) return Promise.resolve()
      askingDays ??= askDays()
        .then((days) => state.set(withDays(state.get(), days)))
        .catch(() => change({ isError: true }))
        .finally(() => (askingDays = null))
      return askingDays
    },

    /** These days are in view, read the way one scrolls; others are no longer worth a request. */
    want: (days: readonly string[], down = true) => reader.want(days, down),

    /** Reads again what could not be read. */
    retry(): void {
      change({ failed: new Set() })
      reader.readNext()
    },

    /** Lets go of what is far from the days in view. */
    forget: (inView: readonly string[]) => state.set(withoutFar(state.get(), inView)),

    /** The whole of a day, read if need be. */
    async tilesOf(day: string): Promise<readonly Tile[]> {
      const here = state.get().loaded.get(day)
      if (here?.complete) return here.tiles
      await reader.readDay(day)
      return state.get().loaded.get(day)?.tiles ?? []
    },

    find(id: string): Tile | undefined {
      for (const { tiles } of state.get().loaded.values()) {
        const tile = tiles.find((each) => each.id === id)
        if (tile) return tile
      }
      return undefined
    },

    /** Writes over clips that are here; nothing else changes its identity. */
    patch(ids: ReadonlySet<string>, part: Partial<Tile>): void {
      const edit = (tile: Tile) => (ids.has(tile.id) ? { ...tile, ...part } : tile)
      state.set(withTiles(state.get(), ids, (tiles) => tiles.map(edit)))
    },

    remove(ids: ReadonlySet<string>): void {
      const isKept = ({ id }: Tile) => !ids.has(id)
      state.set(withTiles(state.get(), ids, (tiles) => tiles.filter(isKept)))
    },

    /** Reads the days again, and those of them that have changed or are named. */
    refresh: async (named: readonly string[] = []) => show(await askDays(), named),

    /**
     * Whether there are new clips. They wait in `news` unless `mayMove` says that nobody looks at
     * the days they belong to.
     */
    async look(mayMove: (days: readonly string[]) => boolean): Promise<void> {
      const { days: before } = state.get()
      if (before === null) return
      const now = await askDays()
      const counts = new Map(before.map(({ day, count }) => [day, count]))
      const touched = now.data.filter(({ day, count }) => counts.get(day) !== count)
      const gone = before.some(({ day }) => !now.data.some((each) => each.day === day))
      if (touched.length === 0 && !gone) {
        if (now.all !== state.get().all) change({ all: now.all })
        return
      }
      if (!mayMove(touched.map(({ day }) => day))) return change({ news: now })
      await show(now)
    },

    /** Takes the news in. */
    show: (now: GalleryDays) => show(now),
  }
}
