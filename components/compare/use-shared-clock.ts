import { useState, useSyncExternalStore } from 'react'
import { createSharedClock, type ClockState, type SharedClock } from './shared-clock'

/** A clock of its own for the component, and its state. `heard` is the clip it begins with. */
export function useSharedClock(heard: string | null): [SharedClock, ClockState] {
  const [clock] = useState(() => createSharedClock(heard))
  const state = useSyncExternalStore(clock.subscribe, clock.state, clock.state)
  return [clock, state]
}
