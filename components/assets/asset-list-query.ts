import { infiniteQueryOptions, keepPreviousData, type InfiniteData } from '@tanstack/react-query'
import type { Media, MediaList } from '@/lib/schemas/media'
import type { AssetFilter } from './asset-view'

export const pageSize = 50

/** All lists of this page, however narrowed. */
export const assetLists = ['assets'] as const

/** Where a page of the list comes from: the API in the browser, the service on the server. */
export type ReadPage = (cursor: string | null, signal: AbortSignal) => Promise<MediaList>

/** Newest first, page by page. */
export function assetListOptions(filter: AssetFilter, readPage: ReadPage) {
  return infiniteQueryOptions({
    queryKey: [...assetLists, filter] as const,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  })
}

export type AssetPages = InfiniteData<MediaList>

/** All items of the pages read so far; one that moved between two requests is on both pages. */
export function itemsOf(pages: AssetPages | undefined): Media[] {
  return [
    ...new Map((pages?.pages ?? []).flatMap(({ data }) => data.map((item) => [item.id, item]))),
  ].map(([, item]) => item)
}

export function withoutItems(pages: AssetPages, ids: ReadonlySet<string>): AssetPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      data: page.data.filter(({ id }) => !ids.has(id)),
    })),
  }
}

/** The list with an item at its head, wherever it was before. */
export function withNewest(pages: AssetPages, media: Media): AssetPages {
  const { pages: others, ...rest } = withoutItems(pages, new Set([media.id]))
  const [first, ...older] = others
  if (!first) return pages
  return { ...rest, pages: [{ ...first, data: [media, ...first.data] }, ...older] }
}

/** Does an item that has just come in belong to a list? Words are matched by the server alone. */
export function isShownIn(
  { kind, assets }: Media,
  { kind: wanted, q, library, status }: AssetFilter,
): boolean {
  if (q || (wanted && wanted !== kind)) return false
  return !library || !status || status.includes(assets[library]?.status ?? 'none')
}
