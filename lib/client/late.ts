import { useEffect, useSyncExternalStore } from 'react'

/** A part of the page that comes after its first screen. */
export type Late<Part> = {
  /** Fetches it, once; a fetch that failed is tried again by the next call. */
  load: () => Promise<Part>
  /** The part, or null while it is not here. Nothing suspends: the page stays as it is until then. */
  use: (wanted?: boolean) => Part | null
}

export function late<Part>(fetchPart: () => Promise<Part>): Late<Part> {
  const listeners = new Set<() => void>()
  let part: Part | null = null
  let loading: Promise<Part> | null = null

  const arrive = (arrived: Part) => {
    part = arrived
    for (const listener of listeners) listener()
    return arrived
  }
  const fail = (error: unknown) => {
    loading = null
    throw error
  }
  const load = () => (loading ??= fetchPart().then(arrive, fail))
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const present = () => part
  const absent = () => null

  return {
    load,
    use: function useLate(wanted = true) {
      useEffect(() => {
        // Without it the page goes on as it is, and the next one who wants it asks again.
        if (wanted) load().catch(() => {})
      }, [wanted])
      return useSyncExternalStore(subscribe, present, absent)
    },
  }
}
