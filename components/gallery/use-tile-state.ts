import { useCallback, useSyncExternalStore } from 'react'
import { currentTile, hotTile } from '@/lib/client/gallery-hot'
import { selection } from '@/lib/client/gallery-selection'

const hot = 1
const current = 2
const selected = 4
const selecting = 8
const cells = [hotTile, currentTile, selection]

function subscribe(listener: () => void): () => void {
  const ends = cells.map((one) => one.subscribe(listener))
  return () => ends.forEach((end) => end())
}

/** What a clip is at the moment. One number, so that a card follows one thing and not four. */
export function useTileState(id: string) {
  const read = useCallback(() => {
    const { tiles } = selection.get()
    return (
      (hotTile.get() === id ? hot : 0) |
      (currentTile.get() === id ? current : 0) |
      (tiles.has(id) ? selected : 0) |
      (tiles.size > 0 ? selecting : 0)
    )
  }, [id])
  const state = useSyncExternalStore(subscribe, read, read)
  return {
    /** Under the pointer, or with the keyboard's focus. */
    isHot: (state & hot) > 0,
    /** The one that Tab leads to. */
    isCurrent: (state & current) > 0,
    isSelected: (state & selected) > 0,
    /** Something is selected. */
    isSelecting: (state & selecting) > 0,
  }
}
