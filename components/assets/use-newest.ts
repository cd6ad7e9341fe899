import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Media } from '@/lib/schemas/media'
import { assetLists, isShownIn, withNewest, type AssetPages } from './asset-list-query'
import type { AssetFilter } from './asset-view'

/** Puts an item that has just come in at the head of every list it belongs to. */
export function useNewest(): (media: Media) => void {
  const client = useQueryClient()
  return useCallback(
    (media) => {
      for (const [key, pages] of client.getQueriesData<AssetPages>({ queryKey: assetLists })) {
        const filter = key.at(-1) as AssetFilter
        if (pages && isShownIn(media, filter)) client.setQueryData(key, withNewest(pages, media))
      }
    },
    [client],
  )
}
