import type { Tile, TileList } from '@/lib/schemas/gallery'
import { api } from './api'
import type { Cell } from './cell'
import { daysOfRun } from './gallery-by-day'
import { withClips, withFailed, type GallerySnapshot } from './gallery-snapshot'

const pageSize = 200
const mostAtOnce = 3
/** Small days are read together, up to so many clips. */
const runSize = 150

type GalleryReader = {
  /** These days are in view, read the way one scrolls; others are no longer worth a request. */
  want: (days: readonly string[], down: boolean) => void
  /** Goes on with what is wanted. */
  readNext: () => void
  /** The whole of a day, for who waits for it whether or not it stays in view. */
  readDay: (day: string) => Promise<void>
}

/** Reads the clips of days, a few requests at a time, into `state`. */
export function createGalleryReader(
  state: Cell<GallerySnapshot>,
  timeZone: string,
  path: (more: Record<string, string>) => string,
): GalleryReader {
  const reading = new Map<string, { abort: AbortController; asked: boolean }>()
  let wanted: readonly string[] = []
  let isDown = true

  const readPage = (more: Record<string, string>, signal: AbortSignal) =>
    api<TileList>(path({ ...more, limit: String(pageSize) }), { signal })

  const readDay = async (day: string, asked: boolean) => {
    const abort = new AbortController()
    reading.get(day)?.abort.abort()
    reading.set(day, { abort, asked })
    const tiles: Tile[] = []
    let cursor: string | null = null
    try {
      do {
        const page: TileList = await readPage({ day, ...(cursor && { cursor }) }, abort.signal)
        tiles.push(...page.data)
        cursor = page.next_cursor
        // What was there before stays until all of the day is here again.
        const held = state.get().loaded.get(day)?.tiles.length ?? 0
        if (cursor === null || tiles.length > held) {
          const clips = { tiles: [...tiles], complete: cursor === null }
          state.set(withClips(state.get(), [[day, clips]]))
        }
      } while (cursor !== null)
    } catch (error) {
      if (abort.signal.aborted) return
      if (state.get().loaded.has(day)) throw error
      state.set(withFailed(state.get(), [day]))
    } finally {
      if (reading.get(day)?.abort === abort) reading.delete(day)
      readNext()
    }
  }

  const readRun = async (run: readonly string[]) => {
    const abort = new AbortController()
    for (const day of run) reading.set(day, { abort, asked: false })
    const [from = '', to = ''] = [run[0], run.at(-1)].sort()
    try {
      const page = await readPage({ from, to }, abort.signal)
      const read = daysOfRun(run, page.data, timeZone, page.next_cursor !== null)
      state.set(withClips(state.get(), read))
    } catch {
      if (!abort.signal.aborted) state.set(withFailed(state.get(), run))
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
    let clips = 0
    let at = all.findIndex((facts) => facts.day === day)
    for (; all[at] !== undefined; at += isDown ? 1 : -1) {
      const { day: next, count } = all[at]!
      clips += count
      if (clips > runSize || loaded.has(next) || failed.has(next) || reading.has(next)) break
      run.push(next)
    }
    return isDown ? run : run.reverse()
  }

  function readNext(): void {
    const { loaded, failed } = state.get()
    for (const day of isDown ? wanted : [...wanted].reverse()) {
      if (new Set([...reading.values()].map(({ abort }) => abort)).size >= mostAtOnce) return
      if (reading.has(day) || failed.has(day) || loaded.get(day)?.complete) continue
      const run = runFrom(day)
      if (run.length > 1) void readRun(run)
      else readDay(day, false).catch(() => {})
    }
  }

  return {
    want(days, down) {
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
    readNext,
    readDay: (day) => readDay(day, true),
  }
}
