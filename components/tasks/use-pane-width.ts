import { useEffect, useRef, useState, type RefObject } from 'react'
import { remember } from '@/lib/client/remember'
import { paneWidthCookie } from './pane-width'

/** The width of the feed's content in whole pixels, starting from what the server took it for. */
export function usePaneWidth(initial: number): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(initial)

  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => remember(paneWidthCookie, String(width)), [width])

  return [ref, width]
}
