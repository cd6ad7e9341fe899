import { useSyncExternalStore } from 'react'
import type { GallerySource } from '@/lib/client/gallery-source'

/** What the head says of a list. It does not change with every day that is read. */
export function useListFacts({ subscribe, get }: GallerySource) {
  const totalNow = () => (get().days === null ? null : get().total)
  const allNow = () => get().all
  const failedNow = () => get().isError && get().days === null
  return {
    /** null while nobody knows. */
    total: useSyncExternalStore(subscribe, totalNow, totalNow),
    all: useSyncExternalStore(subscribe, allNow, allNow),
    isFailed: useSyncExternalStore(subscribe, failedNow, failedNow),
  }
}
