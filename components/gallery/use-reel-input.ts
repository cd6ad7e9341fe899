import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { currentTile, heat } from '@/lib/client/gallery-hot'
import { neighbourOf, type Direction } from '@/lib/client/gallery-neighbour'
import { findTile } from '@/lib/client/gallery-reel'
import { clearSelection, selection } from '@/lib/client/gallery-selection'
import type { Tile } from '@/lib/schemas/gallery'
import type { GalleryTools } from './gallery-context'
import { useLongPress } from './use-long-press'
import { useReelFocus, type ReelFocus } from './use-reel-focus'

type ReelInput = ReelFocus & { tools: GalleryTools }

const directions: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
}
const farDirections: typeof directions = { Home: 'first', End: 'last' }

const tileIdAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-tile]')?.dataset.tile ?? null)
    : null

/** Something of a clip is open (its menu, say): it stays as it is until that closes. */
const isHeld = () => document.querySelector('[data-tile] :popover-open') !== null

/** Pointer, touch and keys on the grid as a whole: no clip has listeners of its own. */
export function useReelInput({ tools, ...focus }: ReelInput) {
  const { reel, setPinned } = focus
  const { goTo, forget } = useReelFocus(focus)
  const tileAt = (target: EventTarget | null) => {
    const id = tileIdAt(target)
    return id === null ? undefined : tools.source.find(id)
  }
  const press = useLongPress((target) => {
    const tile = tileAt(target)
    if (tile) tools.select(tile, false)
  })

  const walk = (tile: Tile, direction: Direction, isRange: boolean): boolean => {
    const place = reel && findTile(reel, tile.id)
    const next = reel && place && neighbourOf(reel, place, direction)
    if (!next) return false
    if (isRange && next.kind === 'tile') {
      if (!selection.get().tiles.has(tile.id)) tools.select(tile, false)
      const there = tools.source.find(next.id)
      if (there) tools.select(there, true)
    }
    goTo(next)
    return true
  }

  /** What a letter does with the clip that has the focus; with a selection some are the page's. */
  const act = (tile: Tile, event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    const isSelecting = selection.get().tiles.size > 0
    const onLink = event.target instanceof Element && event.target.matches('a')
    if (key === 'x' || (key === ' ' && onLink)) tools.select(tile, event.shiftKey)
    else if (key === 's' && !isSelecting) tools.favour([tile], !tile.favourite)
    else if (key === 'd' && !isSelecting) window.open(`/api/tasks/${tile.id}/download`, '_self')
    else if (key === 'escape' && isSelecting) clearSelection()
    else return false
    return true
  }

  return {
    onPointerOver(event: PointerEvent) {
      if (event.pointerType !== 'mouse' || isHeld()) return
      heat(tileIdAt(event.target))
    },
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType === 'mouse' && !isHeld()) heat(null)
    },
    onFocus(event: FocusEvent) {
      const id = tileIdAt(event.target)
      if (id === null) return
      currentTile.set(id)
      setPinned(id)
      if (event.target.matches(':focus-visible') && !isHeld()) heat(id)
    },
    onBlur(event: FocusEvent) {
      if (event.currentTarget.contains(event.relatedTarget)) return
      setPinned(null)
      if (!isHeld() && !event.currentTarget.matches(':hover')) heat(null)
    },
    onPointerDown(event: PointerEvent) {
      forget()
      press.begin(event)
    },
    onPointerMove: press.move,
    onPointerUp: press.end,
    onPointerCancel: press.end,
    onContextMenu(event: MouseEvent) {
      if (press.holds()) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const { target, metaKey, ctrlKey, shiftKey, altKey } = event
      if (!(target instanceof Element) || event.defaultPrevented) return
      const tile = tileAt(target)
      if (!tile) return
      const onTick = target.closest('[data-tick]') !== null
      if (!onTick && target.closest('button, a[download], [popover]')) return
      if (press.swallows()) return event.preventDefault()
      const isSelecting = selection.get().tiles.size > 0
      if (onTick || (isSelecting && !metaKey && !ctrlKey)) {
        event.preventDefault()
        return tools.select(tile, shiftKey)
      }
      // Another tab, another window: the browser's.
      if (metaKey || ctrlKey || shiftKey || altKey) return
      event.preventDefault()
      tools.open(tile.id)
    },
    onKeyDown(event: KeyboardEvent) {
      const { target, key, ctrlKey, shiftKey } = event
      if (event.metaKey || event.altKey || !(target instanceof Element)) return
      const tile = target.closest('[popover]') ? undefined : tileAt(target)
      if (!tile) return
      const direction = (ctrlKey ? farDirections : directions)[key]
      const isDone = direction ? walk(tile, direction, shiftKey) : !ctrlKey && act(tile, event)
      if (isDone) event.preventDefault()
    },
  }
}
