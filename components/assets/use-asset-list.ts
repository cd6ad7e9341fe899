import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import { keepMedia } from '@/lib/client/keep-media'
import type { MediaList } from '@/lib/schemas/media'
import { assetListOptions, pageSize } from './asset-list-query'
import type { AssetFilter } from './asset-view'

/** The items a filter leaves, as many pages as were asked for. What is heard of them is kept. */
export function useAssetList(filter: AssetFilter) {
  return useInfiniteQuery(
    assetListOptions(filter, async (cursor, signal) => {
      const page = await api<MediaList>(`/api/media?${queryOf(filter, cursor)}`, { signal })
      keepMedia(page.data)
      return page
    }),
  )
}

function queryOf(filter: AssetFilter, cursor: string | null): URLSearchParams {
  const query = new URLSearchParams({ limit: String(pageSize) })
  for (const [name, value] of Object.entries({ ...filter, cursor })) {
    if (value) query.set(name, String(value))
  }
  return query
}
