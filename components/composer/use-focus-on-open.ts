import { useEffect, type RefObject } from 'react'

/**
 * Focuses the first field of a popover. Its content may be there a moment before the browser shows
 * it, and nothing hidden takes the focus: hence the wait for the next frame.
 */
export function useFocusOnOpen(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [field])
}
