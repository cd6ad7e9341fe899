import {
  useEffect,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import { currentTile, heat } from '@/lib/client/gallery-hot'
import { edgeOf, neighbourOf, type Direction, type Neighbour } from '@/lib/client/gallery-neighbour'
import { findTile, rowTop, type Reel } from '@/lib/client/gallery-reel'
import { clearSelection, selection } from '@/lib/client/gallery-selection'
import type { GalleryTools } from './gallery-context'
import type { ReelView } from './use-reel'

type ReelInput = {
  reel: Reel | null
  tools: GalleryTools
  look: () => ReelView | null
  scrollTo: (y: number) => void
  setPinned: (id: string | null) => void
}

const longPressMs = 450
const pressSlack = 10
const directions: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
}

const tileIdAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-tile]')?.dataset.tile ?? null)
    : null

/** Something of a clip is open (its menu, say): it stays as it is until that closes. */
const isHeld = () => document.querySelector('[data-tile] :popover-open') !== null

/** Pointer, touch and keys on the grid as a whole: no clip has listeners of its own. */
export function useReelInput({ reel, tools, look, scrollTo, setPinned }: ReelInput) {
  /** Where the focus is going; the clip may have to be read or drawn first. */
  const heading = useRef<Neighbour | null>(null)
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const pressed = useRef(false)

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
    heading.current = next
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
    const link = document.querySelector<HTMLElement>(`[data-tile="${id}"] > a`)
    if (!link) return
    link.focus({ preventScroll: true })
    if (heading.current?.kind === 'tile' && heading.current.id === id) heading.current = null
  }

  // What the focus waits for may have been drawn or read by now.
  useLayoutEffect(() => {
    const next = heading.current
    if (next === null || !reel) return
    if (next.kind === 'tile') return focusTile(next.id)
    const there = edgeOf(reel, next.day, next.edge, next.x)
    if (there?.kind === 'tile') goTo(there)
  })

  useEffect(() => {
    const end = () => clearTimeout(press.current?.timer)
    return end
  }, [])

  const endPress = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }

  const tileAt = (target: EventTarget | null) => {
    const id = tileIdAt(target)
    return id === null ? undefined : tools.source.find(id)
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
      const inside = event.currentTarget.contains(event.relatedTarget)
      if (inside) return
      setPinned(null)
      if (!isHeld() && !event.currentTarget.matches(':hover')) heat(null)
    },
    onPointerDown(event: PointerEvent) {
      pressed.current = false
      if (event.pointerType === 'mouse') return
      const tile = tileAt(event.target)
      if (!tile) return
      const { clientX: x, clientY: y } = event
      endPress()
      const timer = setTimeout(() => {
        pressed.current = true
        press.current = null
        tools.select(tile, false)
        navigator.vibrate?.(10)
      }, longPressMs)
      press.current = { timer, x, y }
    },
    onPointerMove(event: PointerEvent) {
      const start = press.current
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > pressSlack)
        endPress()
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onContextMenu(event: MouseEvent) {
      // A long press selects; the browser's own menu would lie over it.
      if (pressed.current || press.current) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const { target } = event
      if (!(target instanceof Element) || event.defaultPrevented) return
      const tile = tileAt(target)
      if (!tile) return
      const onTick = target.closest('[data-tick]') !== null
      if (!onTick && target.closest('button, a[download], [popover]')) return
      if (pressed.current) {
        pressed.current = false
        return event.preventDefault()
      }
      const isSelecting = selection.get().tiles.size > 0
      if (onTick || (isSelecting && !event.metaKey && !event.ctrlKey)) {
        event.preventDefault()
        return tools.select(tile, event.shiftKey)
      }
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      tools.open(tile.id)
    },
    onKeyDown(event: KeyboardEvent) {
      const { target, key, shiftKey } = event
      if (event.metaKey || event.altKey || !(target instanceof Element) || !reel) return
      if (target.closest('[popover]')) return
      const tile = tileAt(target)
      if (!tile) return
      const direction =
        event.ctrlKey && key === 'Home'
          ? 'first'
          : event.ctrlKey && key === 'End'
            ? 'last'
            : event.ctrlKey
              ? undefined
              : directions[key]
      const done = () => event.preventDefault()
      if (direction) {
        const place = findTile(reel, tile.id)
        const next = place && neighbourOf(reel, place, direction)
        if (!next) return
        done()
        if (shiftKey && next.kind === 'tile') {
          if (!selection.get().tiles.has(tile.id)) tools.select(tile, false)
          const there = tools.source.find(next.id)
          if (there) tools.select(there, true)
        }
        return goTo(next)
      }
      if (event.ctrlKey) return
      if (key.toLowerCase() === 'x') {
        done()
        tools.select(tile, shiftKey)
      } else if (key === ' ' && target.matches('a')) {
        done()
        tools.select(tile, shiftKey)
      } else if (key.toLowerCase() === 's' && selection.get().tiles.size === 0) {
        done()
        tools.favour([tile], !tile.favourite)
      } else if (key.toLowerCase() === 'd' && selection.get().tiles.size === 0) {
        done()
        window.open(`/api/tasks/${tile.id}/download`, '_self')
      } else if (key === 'Escape' && selection.get().tiles.size > 0) {
        done()
        clearSelection()
      }
    },
  }
}

/** Puts the focus on a clip that is in the page; says whether it was. */
export function focusClip(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-tile="${id}"] > a`)
  link?.focus({ preventScroll: true })
  return link !== null
}
