import { useCallback, useEffect, useRef } from 'react'
import { findTile, rowTop, type Reel } from '@/lib/client/gallery-reel'
import type { GallerySource } from '@/lib/client/gallery-source'
import { currentTile } from '@/lib/client/gallery-hot'
import { focusClip } from './use-reel-input'

type Return = {
  isFront: boolean
  source: GallerySource
  reel: Reel | null
  scrollTo: (y: number) => void
}

/** Back from a clip's page: the scroll is where it was, and the focus on the clip that was open last. */
export function useReturn({ isFront, source, reel, scrollTo }: Return) {
  const last = useRef<string | null>(null)
  const scroll = useRef(0)
  const wasFront = useRef(isFront)

  useEffect(() => {
    if (wasFront.current === isFront) return
    wasFront.current = isFront
    if (!isFront || last.current === null) return
    const id = last.current
    last.current = null
    if (Math.abs(window.scrollY - scroll.current) > 1) {
      window.scrollTo({ top: scroll.current, behavior: 'instant' })
    }
    const place = reel && findTile(reel, id)
    if (!focusClip(id) && reel && place) {
      scrollTo(rowTop(reel, place) - 80)
      requestAnimationFrame(() => focusClip(id))
    }
    currentTile.set(id)
    // Its page may have changed it.
    const day = place && reel?.days[place.day]?.facts.day
    void source.refresh(day ? [day] : []).catch(() => {})
  }, [isFront, source, reel, scrollTo])

  const opened = useCallback((id: string) => {
    last.current = id
    scroll.current = window.scrollY
  }, [])
  return { opened }
}
