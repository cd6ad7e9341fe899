import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { targetHeight, type RowSize } from '@/lib/client/gallery-layout'
import { moved } from '@/lib/client/gallery-motion'
import { anchorAt, anchoredTop, findTile, layReel, type Reel } from '@/lib/client/gallery-reel'
import type { GallerySource } from '@/lib/client/gallery-source'
import { windowOf, type GridWindow } from '@/lib/client/gallery-window'
import { useAverageRatio } from './use-average-ratio'
import { useDrawn } from './use-drawn'
import { useTabStop } from './use-tab-stop'
import { useWantedDays } from './use-wanted-days'

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
  const wanted = useMemo<GridWindow | null>(
    () => reel && windowOf(reel, view, pinnedId === null ? null : findTile(reel, pinnedId)),
    [reel, view, pinnedId],
  )
  const drawn = useDrawn(reel, wanted, view)

  const latest = useRef<{ reel: Reel | null; wanted: GridWindow | null; pinnedId: string | null }>({
    reel: null,
    wanted: null,
    pinnedId: null,
  })
  const last = useRef({ from: 0, to: 0, at: 0 })

  /** Where the reel is on screen now. */
  const look = useCallback((): ReelView | null => {
    const box = element.current?.getBoundingClientRect()
    if (!box) return null
    const head = headBottom()
    const from = head - box.top
    return { from, to: window.innerHeight - box.top, down: true }
  }, [])

  /** Draws what belongs into a view, if that is not what is drawn. */
  const show = useCallback((next: ReelView) => {
    const { reel, wanted, pinnedId } = latest.current
    const pinned = reel && pinnedId !== null ? findTile(reel, pinnedId) : null
    if (reel && windowOf(reel, next, pinned).key !== wanted?.key) setView(next)
  }, [])

  const follow = useCallback(() => {
    const now = look()
    if (!now || !latest.current.reel) return
    const { from, to } = now
    const at = performance.now()
    const way = from - last.current.from
    if (way !== 0) moved(Math.abs(way) / Math.max(1, at - last.current.at))
    last.current = { from, to, at }
    show({ from, to, down: way >= 0 })
  }, [look, show])

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

  // Before the browser paints: what was in view stays where it was, then the window is drawn. How far that
  // has moved, the two reels say; the browser is not asked, which would have to lay all of it out first.
  useLayoutEffect(() => {
    const before = latest.current.reel
    latest.current = { reel, wanted, pinnedId }
    if (!reel || before === reel) return
    if (!before) return follow()
    const { from, to, at } = last.current
    const anchor = from > 0 ? anchorAt(before, from, to) : null
    const top = anchor && anchoredTop(reel, anchor)
    const way = top === null || Math.abs(top - from) < 0.5 ? 0 : top - from
    if (way !== 0) window.scrollBy({ top: way, behavior: 'instant' })
    last.current = { from: from + way, to: to + way, at }
    show({ from: from + way, to: to + way, down: true })
  }, [reel, wanted, pinnedId, show, follow])

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
