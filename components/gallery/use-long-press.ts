import { useEffect, useRef, type PointerEvent } from 'react'

const longPressMs = 450
const slack = 10

/** A finger that stays. The press and the menu that the browser makes of it are swallowed. */
export function useLongPress(onLong: (target: EventTarget) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const wasLong = useRef(false)
  useEffect(() => () => clearTimeout(press.current?.timer), [])

  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  return {
    begin(event: PointerEvent) {
      wasLong.current = false
      if (event.pointerType === 'mouse') return
      const { clientX: x, clientY: y, target } = event
      end()
      const timer = setTimeout(() => {
        wasLong.current = true
        press.current = null
        onLong(target)
        navigator.vibrate?.(10)
      }, longPressMs)
      press.current = { timer, x, y }
    },
    move({ clientX, clientY }: PointerEvent) {
      const start = press.current
      if (start && Math.hypot(clientX - start.x, clientY - start.y) > slack) end()
    },
    end,
    /** Whether the browser's own menu would lie over what the press does. */
    holds: () => press.current !== null || wasLong.current,
    /** Whether a click is the end of a long press; asked once. */
    swallows: () => {
      const was = wasLong.current
      wasLong.current = false
      return was
    },
  }
}
