import type { GalleryDays, Tile, TileList } from '@/lib/schemas/gallery'
import { api } from './api'
import { cell } from './cell'
import type { DayFacts } from './gallery-layout'
import type { LoadedDay } from './gallery-reel'

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

export type GallerySource = ReturnType<typeof createGallerySource>

const pageSize = 200
/** Clips that are kept although nobody sees them. */
const mostKept = 2_500
const mostAtOnce = 3
/** Small days are read together, up to so many clips. */
const runSize = 150

/**
 * The clips of one set of filters, read day by day as they come into view and let go when they are
 * far away: a hundred thousand of them weigh what a few hundred do.
 */
export function createGallerySource(query: string, zone: string, start?: GalleryStart) {
  const state = cell<GallerySnapshot>({
    days: null,
    total: 0,
    all: 0,
    loaded: new Map(),
    failed: new Set(),
    isError: false,
    news: null,
  })
  const reading = new Map<string, { abort: AbortController; asked: boolean }>()
  let wanted: readonly string[] = []
  let isDown = true
  let askingDays: Promise<void> | null = null
  let askedAt = 0

  const path = (name: string, more: Record<string, string> = {}) => {
    const params = new URLSearchParams(query)
    params.set('zone', zone)
    for (const [key, value] of Object.entries(more)) params.set(key, value)
    return `/api/gallery${name}?${params}`
  }
  const change = (part: Partial<GallerySnapshot>) => state.set({ ...state.get(), ...part })
  const putDay = (day: string, loaded: LoadedDay) => {
    const { loaded: before, failed } = state.get()
    const stillFailed = new Set(failed)
    stillFailed.delete(day)
    change({ loaded: new Map(before).set(day, loaded), failed: stillFailed })
  }

  /** `asked`: somebody waits for all of it, whether or not it stays in view. */
  const readDay = async (day: string, asked = false) => {
    const abort = new AbortController()
    reading.get(day)?.abort.abort()
    reading.set(day, { abort, asked })
    const tiles: Tile[] = []
    let cursor: string | null = null
    try {
      do {
        const page: TileList = await api<TileList>(
          path('', { day, limit: String(pageSize), ...(cursor && { cursor }) }),
          { signal: abort.signal },
        )
        tiles.push(...page.data)
        cursor = page.next_cursor
        // What was there before stays until all of the day is here again.
        const held = state.get().loaded.get(day)?.tiles.length ?? 0
        if (cursor === null || tiles.length > held) {
          putDay(day, { tiles: [...tiles], complete: cursor === null })
        }
      } while (cursor !== null)
    } catch (error) {
      if (!abort.signal.aborted) {
        if (!state.get().loaded.has(day)) change({ failed: new Set(state.get().failed).add(day) })
        else throw error
      }
    } finally {
      if (reading.get(day)?.abort === abort) reading.delete(day)
      readNext()
    }
  }
  /** Days of few clips, by one question. */
  const readRun = async (run: readonly string[]) => {
    const abort = new AbortController()
    for (const day of run) reading.set(day, { abort, asked: false })
    const [from = '', to = ''] = [run[0], run.at(-1)].sort()
    try {
      const range = { from, to, limit: String(pageSize) }
      const page = await api<TileList>(path('', range), { signal: abort.signal })
      const days = byDay(page.data, zone)
      const loaded = new Map(state.get().loaded)
      // More than was said: the last day may go on, and what is after it has not come.
      const last = page.next_cursor === null ? undefined : [...days.keys()].at(-1)
      const whole = last === undefined ? run : run.slice(0, run.indexOf(last))
      for (const day of whole) loaded.set(day, { tiles: days.get(day) ?? [], complete: true })
      if (last !== undefined && run.includes(last)) {
        loaded.set(last, { tiles: days.get(last) ?? [], complete: false })
      }
      change({ loaded })
    } catch {
      if (!abort.signal.aborted) change({ failed: new Set([...state.get().failed, ...run]) })
    } finally {
      for (const day of run) if (reading.get(day)?.abort === abort) reading.delete(day)
      readNext()
    }
  }
  /** The day and those after it, the way one scrolls, as far as they are few clips and not read. */
  const runFrom = (day: string): string[] => {
    const { days, loaded, failed } = state.get()
    const all = days ?? []
    const run: string[] = []
    const start = all.findIndex((facts) => facts.day === day)
    let clips = 0
    for (let at = start; all[at] !== undefined; at += isDown ? 1 : -1) {
      const { day: next, count } = all[at]!
      clips += count
      if (clips > runSize || loaded.has(next) || failed.has(next) || reading.has(next)) break
      run.push(next)
    }
    return isDown ? run : run.reverse()
  }
  const readNext = () => {
    const { loaded, failed } = state.get()
    for (const day of isDown ? wanted : [...wanted].reverse()) {
      if (new Set([...reading.values()].map(({ abort }) => abort)).size >= mostAtOnce) return
      if (reading.has(day) || failed.has(day) || loaded.get(day)?.complete) continue
      const run = runFrom(day)
      if (run.length > 1) void readRun(run)
      else readDay(day).catch(() => {})
    }
  }

  const take = (days: GalleryDays) => {
    const before = new Map(state.get().days?.map((facts) => [facts.day, facts]))
    const there = new Set(days.data.map(({ day }) => day))
    const loaded = new Map([...state.get().loaded].filter(([day]) => there.has(day)))
    change({
      days: days.data,
      total: days.total,
      all: days.all,
      loaded,
      isError: false,
      news: null,
    })
    return days.data.filter(
      ({ day, count, seconds }) =>
        before.has(day) &&
        (before.get(day)?.count !== count || before.get(day)?.seconds !== seconds),
    )
  }

  const askDays = async () => {
    const days = await api<GalleryDays>(path('/days'))
    askedAt = Date.now()
    return days
  }

  const source = {
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
        .then((days) => void take(days))
        .catch(() => change({ isError: true }))
        .finally(() => (askingDays = null))
      return askingDays
    },

    /** These days are in view, read the way one scrolls; others are no longer worth a request. */
    want(days: readonly string[], down = true): void {
      wanted = days
      isDown = down
      const useful = new Set<AbortController>()
      for (const [day, { abort, asked }] of reading) {
        if (asked || days.includes(day)) useful.add(abort)
      }
      for (const [day, { abort }] of reading) {
        if (useful.has(abort)) continue
        reading.delete(day)
        abort.abort()
      }
      readNext()
    },

    /** Reads again what could not be read. */
    retry(): void {
      change({ failed: new Set() })
      readNext()
    },

    /** Lets go of what is far from the days in view. */
    forget(inView: readonly string[]): void {
      const { days, loaded } = state.get()
      let kept = [...loaded.values()].reduce((sum, { tiles }) => sum + tiles.length, 0)
      if (kept <= mostKept || days === null) return
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
      change({ loaded: rest })
    },

    /** The whole of a day, read if need be. */
    async tilesOf(day: string): Promise<readonly Tile[]> {
      const here = state.get().loaded.get(day)
      if (here?.complete) return here.tiles
      await readDay(day, true)
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
      rewrite((tiles) => tiles.map((tile) => (ids.has(tile.id) ? { ...tile, ...part } : tile)), ids)
    },

    remove(ids: ReadonlySet<string>): void {
      rewrite((tiles) => tiles.filter((tile) => !ids.has(tile.id)), ids)
    },

    /** Reads the days again, and those of them that have changed or are named. */
    async refresh(named: readonly string[] = []): Promise<void> {
      const changed = take(await askDays()).map(({ day }) => day)
      const again = new Set([...changed, ...named])
      const { loaded } = state.get()
      await Promise.allSettled(
        [...again].filter((day) => loaded.has(day)).map((day) => readDay(day, true)),
      )
    },

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
      await source.show(now)
    },

    /** Takes the news in. */
    async show(now: GalleryDays): Promise<void> {
      const changed = take(now)
      const { loaded } = state.get()
      await Promise.allSettled(
        changed.filter(({ day }) => loaded.has(day)).map(({ day }) => readDay(day, true)),
      )
    },
  }

  function rewrite(edit: (tiles: readonly Tile[]) => readonly Tile[], ids: ReadonlySet<string>) {
    const loaded = new Map(state.get().loaded)
    for (const [day, one] of loaded) {
      if (one.tiles.some(({ id }) => ids.has(id)))
        loaded.set(day, { ...one, tiles: edit(one.tiles) })
    }
    change({ loaded })
  }

  if (start && start.query === query && start.zone === zone) {
    take(start.days)
    askedAt = Date.now()
    for (const [day, loaded] of wholeDays(start)) putDay(day, loaded)
  }
  return source
}

/** The days of a first page; the last one of them may go on. */
function wholeDays({ days, tiles }: GalleryStart): [string, LoadedDay][] {
  const all: [string, LoadedDay][] = []
  let at = 0
  for (const { day, count } of days.data) {
    const own = tiles.data.slice(at, at + count)
    if (own.length === 0) break
    all.push([day, { tiles: own, complete: own.length === count }])
    at += count
  }
  return all
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
