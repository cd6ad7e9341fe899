import { useSyncExternalStore } from 'react'
import { useQuery } from '@tanstack/react-query'
import { mediaQueries } from '@/lib/client/media-queries'
import { knownMedia, mediaRevision, subscribeMedia } from '@/lib/client/media-store'
import { isInReview } from '@/lib/models/asset-status'
import type { Media } from '@/lib/schemas/media'

/** The most that one request may name. */
const mostAtOnce = 200

/** Milliseconds between two looks at what is in review. */
const lookMs = 3_000

/** The items of a list as last heard of; while one of them is in review, the server is asked about those. */
export function useLiveItems(items: readonly Media[]): Media[] {
  useSyncExternalStore(subscribeMedia, mediaRevision, () => 0)
  const live = items.map((item) => knownMedia(item.reference) ?? item)
  const moving = live.filter(isInReview).map(({ id }) => id)
  useQuery({
    ...mediaQueries.byIds(moving.slice(0, mostAtOnce)),
    refetchInterval: lookMs,
  })
  return live
}
