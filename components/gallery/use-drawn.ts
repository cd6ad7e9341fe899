import { useEffect, useState } from 'react'
import { beginDrawing, drawMore, nothingDrawn } from '@/lib/client/gallery-drawn'
import type { Reel } from '@/lib/client/gallery-reel'
import type { GridWindow } from '@/lib/client/gallery-window'
import type { ReelView } from './use-reel'

/** The part of a window that is drawn by now: a few rows a frame, so that no frame is long. */
export function useDrawn(
  reel: Reel | null,
  wanted: GridWindow | null,
  view: ReelView,
): GridWindow | null {
  const [drawn, setDrawn] = useState(nothingDrawn)
  const [begun, setBegun] = useState(wanted)
  if (begun !== wanted) {
    setBegun(wanted)
    setDrawn(reel && wanted ? beginDrawing(reel, wanted, drawn) : nothingDrawn)
  }
  const isWhole = drawn.window === wanted
  useEffect(() => {
    if (!reel || !wanted || isWhole) return
    const frame = requestAnimationFrame(() => setDrawn(drawMore(reel, wanted, drawn, view)))
    return () => cancelAnimationFrame(frame)
  }, [reel, wanted, drawn, view, isWhole])
  return drawn.window
}
