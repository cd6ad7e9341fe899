import { useEffect, useRef } from 'react'
import { currentTile, hotTile } from '@/lib/client/gallery-hot'
import type { Reel } from '@/lib/client/gallery-reel'
import { selection } from '@/lib/client/gallery-selection'
import type { GallerySource } from '@/lib/client/gallery-source'
import type { ReelView } from './use-reel'

const everyMs = 10_000

/**
 * New clips. They come in by themselves where nobody looks, or while the list is at rest at its
 * start; else they wait for a press, because nothing may move under somebody's eyes.
 */
export function useNews(
  source: GallerySource,
  isFront: boolean,
  look: () => ReelView | null,
  reel: Reel | null,
) {
  const latest = useRef(reel)
  useEffect(() => {
    latest.current = reel
  }, [reel])

  useEffect(() => {
    if (!isFront) return
    const mayMove = (days: readonly string[]) => {
      const now = look()
      const placed = latest.current?.days
      if (!now || !placed?.length) return true
      const isIdle =
        hotTile.get() === null &&
        selection.get().tiles.size === 0 &&
        !(currentTile.get() !== null && document.activeElement?.closest('[data-tile]'))
      if (now.from <= 8 && isIdle) return true
      return !placed.some(
        ({ facts, top, height }) =>
          days.includes(facts.day) && top < now.to && top + height > now.from,
      )
    }
    const ask = () => {
      if (document.visibilityState === 'visible') void source.look(mayMove).catch(() => {})
    }
    // Back from another page: what is in view may have changed there.
    if (source.age() > everyMs && source.get().days !== null) {
      void source.refresh([...source.get().loaded.keys()].slice(-6)).catch(() => {})
    }
    const timer = setInterval(ask, everyMs)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [source, isFront, look])

  const { news, total } = source.get()
  return {
    /** How many more; 0 where the list has changed otherwise; null where there is nothing new. */
    waiting: news === null ? null : Math.max(0, news.total - total),
    show: async (scrollTo: (y: number) => void) => {
      if (news === null) return
      scrollTo(0)
      window.scrollTo({ top: 0, behavior: 'instant' })
      await source.show(news).catch(() => {})
    },
  }
}
