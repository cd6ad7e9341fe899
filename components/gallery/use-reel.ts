import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { currentTile } from '@/lib/client/gallery-hot'
import { targetHeight, type RowSize } from '@/lib/client/gallery-layout'
import { moved } from '@/lib/client/gallery-motion'
import { anchorAt, anchoredTop, findTile, layReel, type Reel } from '@/lib/client/gallery-reel'
import type { GallerySource } from '@/lib/client/gallery-source'
import { windowOf, type GridWindow } from '@/lib/client/gallery-window'

/** What of the reel is on screen, in its own pixels. */
export type ReelView = { from: number; to: number; down: boolean }

type Room = { width: number; height: number; gap: number }

const noRoom: Room = { width: 0, height: 0, gap: 4 }

/**
 * Lays the clips out and says which to draw. Heights are estimates until a day is read; when they
 * are corrected, what is in view stays where it is.
 */
export function useReel(source: GallerySource, rowSize: RowSize, isFront: boolean) {
  const element = useRef<HTMLDivElement>(null)
  const snapshot = useSyncExternalStore(source.subscribe, source.get, source.get)
  const [room, setRoom] = useState(noRoom)
  const [view, setView] = useState<ReelView>({ from: 0, to: 0, down: true })

  const { days, loaded } = snapshot
  const ratio = useAverageRatio(source, snapshot)
  const frame = useMemo(
    () => ({ width: room.width, gap: room.gap, target: targetHeight(room, rowSize, ratio) }),
    [room, rowSize, ratio],
  )
  // Layouts and remembered heights are of one frame and one list.
  const memory = useMemo(
    () => ({ frame, source, layouts: new WeakMap(), known: new Map<string, number>() }),
    [frame, source],
  )
  const reel = useMemo<Reel | null>(
    () =>
      days === null || frame.width === 0
        ? null
        : layReel(days, loaded, frame, memory.layouts, memory.known),
    [days, loaded, frame, memory],
  )
  const [pinnedId, setPinned] = useState<string | null>(null)
  const drawn = useMemo<GridWindow | null>(
    () => reel && windowOf(reel, view, pinnedId === null ? null : findTile(reel, pinnedId)),
    [reel, view, pinnedId],
  )

  const latest = useRef<{ reel: Reel | null; drawn: GridWindow | null; pinnedId: string | null }>({
    reel: null,
    drawn: null,
    pinnedId: null,
  })
  const last = useRef({ y: 0, at: 0 })

  /** Where the reel is on screen now. */
  const look = useCallback((): ReelView | null => {
    const box = element.current?.getBoundingClientRect()
    if (!box) return null
    const head = headBottom()
    const from = head - box.top
    return { from, to: window.innerHeight - box.top, down: true }
  }, [])

  const follow = useCallback(() => {
    const now = look()
    const { reel, drawn, pinnedId } = latest.current
    if (!now || !reel) return
    const at = performance.now()
    const way = now.from - last.current.y
    if (way !== 0) moved(Math.abs(way) / Math.max(1, at - last.current.at))
    last.current = { y: now.from, at }
    const next = { ...now, down: way >= 0 }
    const pinned = pinnedId === null ? null : findTile(reel, pinnedId)
    if (windowOf(reel, next, pinned).key !== drawn?.key) setView(next)
  }, [look])

  // The element's own room, and the window's.
  useLayoutEffect(() => {
    const own = element.current
    if (!own) return
    const measure = () => {
      const { width } = own.getBoundingClientRect()
      const height = window.innerHeight - headBottom()
      const gap = window.innerWidth < 640 ? 3 : 4
      setRoom((before) =>
        before.width === width && Math.abs(before.height - height) < 90 && before.gap === gap
          ? before
          : { width, height, gap },
      )
      follow()
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(own)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [follow])

  useEffect(() => {
    if (!isFront) return
    window.addEventListener('scroll', follow, { passive: true })
    return () => window.removeEventListener('scroll', follow)
  }, [follow, isFront])

  // Before the browser paints: what was in view goes back to where it was, then the window is drawn.
  // Where it was is asked of the reel before, now: a scroll may be under way that nobody heard of yet.
  useLayoutEffect(() => {
    const before = latest.current.reel
    latest.current = { reel, drawn, pinnedId }
    if (!reel || before === reel) return
    const now = look()
    const anchor = before && now && now.from > 0 ? anchorAt(before, now.from, now.to) : null
    const top = anchor && anchoredTop(reel, anchor)
    if (now && top !== null && Math.abs(top - now.from) >= 0.5) {
      window.scrollBy({ top: top - now.from, behavior: 'instant' })
      last.current.y = top
    }
    follow()
  }, [reel, drawn, pinnedId, look, follow])

  useWantedDays(source, reel, drawn, view.down)
  useTabStop(reel, drawn)

  /** Shows a height of the reel right under the head, and reads what is there at once. */
  const scrollTo = useCallback(
    (y: number) => {
      const now = look()
      if (!now) return
      last.current.at = 0
      window.scrollBy({ top: y - now.from, behavior: 'instant' })
      follow()
    },
    [look, follow],
  )

  return { element, snapshot, reel, drawn, look, scrollTo, setPinned }
}

/** Where the page's head ends on screen. */
function headBottom(): number {
  return document.querySelector('[data-gallery-head]')?.getBoundingClientRect().bottom ?? 0
}

/** The average shape of a list, kept from its first answer: new clips must not change all heights. */
function useAverageRatio(
  source: GallerySource,
  { days }: { days: readonly { count: number; ratio_sum: number }[] | null },
) {
  const [known, setKnown] = useState<{ source: GallerySource; ratio: number } | null>(null)
  if (days !== null && days.length > 0 && known?.source !== source) {
    const count = days.reduce((sum, day) => sum + day.count, 0)
    const ratio = days.reduce((sum, day) => sum + day.ratio_sum, 0) / Math.max(1, count)
    setKnown({ source, ratio: ratio || 16 / 9 })
  }
  return known?.ratio ?? 1.5
}

/** A day that is in view for less, under a drag along the scrubber say, is not worth a request. */
const passingMs = 40

/** Days are read while they are in view or near it, and let go when they are far. */
function useWantedDays(
  source: GallerySource,
  reel: Reel | null,
  drawn: GridWindow | null,
  down: boolean,
): void {
  const days = useMemo(
    () => (reel && drawn ? drawn.days.flatMap((day) => reel.days[day]?.facts.day ?? []) : []),
    [reel, drawn],
  )
  const key = days.join()
  useEffect(() => {
    const wanted = key === '' ? [] : key.split(',')
    const timer = setTimeout(() => {
      source.want(wanted, down)
      source.forget(wanted)
    }, passingMs)
    return () => clearTimeout(timer)
  }, [source, key, down])
}

/** Tab always leads to a clip: the one that had the focus, or the first of those drawn. */
function useTabStop(reel: Reel | null, drawn: GridWindow | null): void {
  useEffect(() => {
    const [first] = drawn?.rows ?? []
    const current = currentTile.get()
    const isDrawn = (id: string) => document.querySelector(`[data-tile="${id}"]`) !== null
    if (!reel || !first || (current !== null && isDrawn(current))) return
    currentTile.set(reel.days[first.day]?.layout?.rows[first.row]?.tiles[0]?.tile.id ?? null)
  }, [reel, drawn])
}
