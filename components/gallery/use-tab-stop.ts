import { useEffect } from 'react'
import { currentTile } from '@/lib/client/gallery-hot'
import type { Reel } from '@/lib/client/gallery-reel'
import type { GridWindow } from '@/lib/client/gallery-window'

/** Tab always leads to a clip: the one that had the focus, or the first of those drawn. */
export function useTabStop(reel: Reel | null, drawn: GridWindow | null): void {
  useEffect(() => {
    const [first] = drawn?.rows ?? []
    const current = currentTile.get()
    const isDrawn = (id: string) => document.querySelector(`[data-tile="${id}"]`) !== null
    if (!reel || !first || (current !== null && isDrawn(current))) return
    currentTile.set(reel.days[first.day]?.layout?.rows[first.row]?.tiles[0]?.tile.id ?? null)
  }, [reel, drawn])
}
