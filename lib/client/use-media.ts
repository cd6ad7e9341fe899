import { useSyncExternalStore } from 'react'
import type { Media } from '@/lib/schemas/media'
import { mediaAt, subscribeMedia } from './media-store'

/** Our item behind a reference: undefined while it is not known, null when it is gone. */
export function useMedia(reference: string): Media | null | undefined {
  return useSyncExternalStore(
    subscribeMedia,
    () => mediaAt(reference),
    () => undefined,
  )
}
