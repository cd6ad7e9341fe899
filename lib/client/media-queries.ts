import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { isInReview } from '@/lib/models/asset-status'
import { mediaReference } from '@/lib/models/reference'
import type { MediaKind, MediaList } from '@/lib/schemas/media'
import { api } from './api'
import { keepMedia } from './keep-media'
import { knownMedia } from './media-store'

/** What a list of material can be narrowed to. */
export type MediaFilter = { q?: string; kind?: MediaKind | null }

export const mediaKeys = {
  all: ['media'] as const,
  ids: (ids: readonly string[]) => [...mediaKeys.all, 'ids', ids] as const,
  list: (filter: MediaFilter) => [...mediaKeys.all, 'list', filter] as const,
}

const pageSize = 48

/** Milliseconds between two looks at a review. */
const reviewMs = 3_000

function isStillInReview(reference: string): boolean {
  const media = knownMedia(reference)
  return media !== undefined && isInReview(media)
}

export const mediaQueries = {
  /** Items by id in one request, asked for again while one of them is in review. */
  byIds: (ids: readonly string[]) => {
    const sorted = [...new Set(ids)].sort()
    return queryOptions({
      queryKey: mediaKeys.ids(sorted),
      queryFn: async ({ signal }) => {
        const path = `/api/media?ids=${sorted.join(',')}`
        const { data } = await api<MediaList>(path, { signal })
        const missing = sorted.filter((id) => data.every((media) => media.id !== id))
        keepMedia(data, missing.map(mediaReference))
        return data
      },
      // What an upload or an earlier question told need not be asked for at once.
      initialData: () => {
        const known = sorted.flatMap((id) => knownMedia(mediaReference(id)) ?? [])
        return known.length === sorted.length ? known : undefined
      },
      initialDataUpdatedAt: () => Date.now(),
      enabled: sorted.length > 0,
      refetchInterval: () =>
        sorted.some((id) => isStillInReview(mediaReference(id))) ? reviewMs : false,
    })
  },

  /** Newest first, page by page. */
  list: (filter: MediaFilter) =>
    infiniteQueryOptions({
      queryKey: mediaKeys.list(filter),
      queryFn: async ({ pageParam, signal }) => {
        const query = new URLSearchParams({ limit: String(pageSize) })
        if (filter.q) query.set('q', filter.q)
        if (filter.kind) query.set('kind', filter.kind)
        if (pageParam) query.set('cursor', pageParam)
        const page = await api<MediaList>(`/api/media?${query}`, { signal })
        keepMedia(page.data)
        return page
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
}
