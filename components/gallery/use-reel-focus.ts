import { useCallback, useLayoutEffect, useRef } from 'react'
import { currentTile } from '@/lib/client/gallery-hot'
import { edgeOf, type Neighbour } from '@/lib/client/gallery-neighbour'
import { rowTop, type Reel } from '@/lib/client/gallery-reel'
import { selection } from '@/lib/client/gallery-selection'
import { focusClip } from './focus-clip'
import type { ReelView } from './use-reel'

export type ReelFocus = {
  reel: Reel | null
  look: () => ReelView | null
  scrollTo: (y: number) => void
  setPinned: (id: string | null) => void
}

/** Who waits longer for a clip to be read has gone elsewhere. */
const headingMs = 4_000
const soon = () => performance.now() + headingMs

/** Moves the focus to clips that may have to be scrolled to, drawn or even read first. */
export function useReelFocus({ reel, look, scrollTo, setPinned }: ReelFocus) {
  const heading = useRef<{ to: Neighbour; until: number } | null>(null)
  const bringIntoView = (place: { day: number; row: number }) => {
    const now = look()
    const row = reel?.days[place.day]?.layout?.rows[place.row]
    if (!reel || !now || !row) return
    const top = rowTop(reel, place)
    const foot = selection.get().tiles.size > 0 ? 88 : 12
    if (top - 40 < now.from) scrollTo(top - 40)
    else if (top + row.height > now.to - foot)
      scrollTo(top + row.height + foot - (now.to - now.from))
  }

  const goTo = (next: Neighbour) => {
    heading.current = { to: next, until: soon() }
    if (next.kind === 'tile') {
      currentTile.set(next.id)
      setPinned(next.id)
      bringIntoView(next)
      focusTile(next.id)
    } else {
      const day = reel?.days[next.day]
      if (!day) return
      const now = look()
      const room = now ? now.to - now.from : 0
      scrollTo(next.edge === 'first' ? day.top - room / 2 : day.top + day.height - room / 2)
    }
  }

  const focusTile = (id: string) => {
    if (focusClip(id)) heading.current = null
  }

  // What the focus waits for may have been drawn or read by now.
  useLayoutEffect(() => {
    if (heading.current === null || !reel) return
    const { to: next, until } = heading.current
    if (performance.now() > until) return
    if (next.kind === 'tile') return focusTile(next.id)
    const there = edgeOf(reel, next.day, next.edge, next.x)
    if (there?.kind === 'tile') goTo(there)
  })

  /** The person went elsewhere: nothing may take the focus from there. */
  const forget = useCallback(() => {
    heading.current = null
  }, [])
  return { goTo, forget }
}
