import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import type { Collection } from '@/lib/schemas/collection'
import type { GalleryDays, GalleryFacets } from '@/lib/schemas/gallery'

/** What one can filter by and find something. */
export const facetOptions = queryOptions({
  queryKey: ['gallery', 'facets'],
  queryFn: ({ signal }) => api<GalleryFacets>('/api/gallery/facets', { signal }),
})

export const collectionOptions = queryOptions({
  queryKey: ['collections'],
  queryFn: ({ signal }) => api<{ data: Collection[] }>('/api/collections', { signal }),
})

/** How many clips another set of filters would leave. */
export function countOptions(query: string, zone: string) {
  return queryOptions({
    queryKey: ['gallery', 'count', query, zone],
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams(query)
      params.set('zone', zone)
      const { total } = await api<GalleryDays>(`/api/gallery/days?${params}`, { signal })
      return total
    },
  })
}
