import { useSyncExternalStore } from 'react'
import { currentRefusal, onRefusal, type Refusal } from './session'

/** Why the server last turned this browser away, until it no longer does. */
export function useRefusal(): Refusal | null {
  return useSyncExternalStore(onRefusal, currentRefusal, () => null)
}
