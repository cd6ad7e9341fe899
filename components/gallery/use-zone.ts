import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The reader's time zone; `first` is what the server took it for. */
export function useZone(first: string): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => first,
  )
}
