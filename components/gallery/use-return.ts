import { useCallback, useEffect, useRef } from 'react'
import { usePathname } from 'next/navigation'
import { findTile, rowTop, type Reel } from '@/lib/client/gallery-reel'
import type { GallerySource } from '@/lib/client/gallery-source'
import { currentTile } from '@/lib/client/gallery-hot'
import { focusClip } from './focus-clip'

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
  const path = usePathname()

  // Whoever walks from clip to clip comes back to the one they saw last.
  useEffect(() => {
    const walked = /^\/tasks\/([^/]+)$/.exec(path)?.[1]
    if (walked !== undefined && last.current !== null) last.current = walked
  }, [path])

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
      focusSoon(id)
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

/** Frames until the sheet has given the focus back to where it was, and until every row has been drawn. */
const sheetFrames = 2
const drawingFrames = 30

function focusSoon(id: string, frame = 1): void {
  requestAnimationFrame(() => {
    const isFocused = frame >= sheetFrames && focusClip(id)
    if (!isFocused && frame < drawingFrames) focusSoon(id, frame + 1)
  })
}
