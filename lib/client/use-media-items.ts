import { useSyncExternalStore } from 'react'
import { useQuery } from '@tanstack/react-query'
import { mediaQueries } from './media-queries'
import { mediaRevision, subscribeMedia } from './media-store'

/** Keeps what is known of these items fresh: their reviews go on while one looks at them. */
export function useMediaItems(ids: readonly string[]): void {
  // A review that begins here, by a press, has to be followed from then on.
  useSyncExternalStore(subscribeMedia, mediaRevision, () => 0)
  useQuery(mediaQueries.byIds(ids))
}
