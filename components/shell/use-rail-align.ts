import { useSyncExternalStore } from 'react'

const query = '(width >= 900px)'

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Floats open beside the upright rail, and under it where it lies on top. */
export function useRailAlign(): 'beside' | 'end' {
  const upright = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  )
  return upright ? 'beside' : 'end'
}
