import { useEffect, useMemo } from 'react'
import type { Reel } from '@/lib/client/gallery-reel'
import type { GallerySource } from '@/lib/client/gallery-source'
import type { GridWindow } from '@/lib/client/gallery-window'

/** A day that is in view for less, under a drag along the scrubber say, is not worth a request. */
const passingMs = 40

/** Days are read while they are in view or near it, and let go when they are far. */
export function useWantedDays(
  source: GallerySource,
  reel: Reel | null,
  drawn: GridWindow | null,
  down: boolean,
): void {
  const days = useMemo(
    () => (reel && drawn ? drawn.days.flatMap((day) => reel.days[day]?.facts.day ?? []) : []),
    [reel, drawn],
  )
  const key = days.join()
  useEffect(() => {
    const wanted = key === '' ? [] : key.split(',')
    const timer = setTimeout(() => {
      source.want(wanted, down)
      source.forget(wanted)
    }, passingMs)
    return () => clearTimeout(timer)
  }, [source, key, down])
}
