import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let playing: string | null = null

/** Names the one task whose clip plays in place; the one before it stops. null = none. */
export function playInPlace(id: string | null): void {
  playing = id
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useIsPlaying(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => playing === id,
    () => false,
  )
}
