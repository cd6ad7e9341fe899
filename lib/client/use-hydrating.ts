import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** True while the server's HTML is taken over: what is rendered then must be what the server rendered. */
export function useHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
}
