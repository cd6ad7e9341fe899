import { useCallback, useEffect, useLayoutEffect } from 'react'
import { usePathname } from 'next/navigation'
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { isTyping } from '@/components/player/player-keys'
import { api } from '@/lib/client/api'
import { taskOptions } from '@/lib/client/task-queries'
import type { GalleryAround } from '@/lib/schemas/gallery'

/** The task that the address names; walking changes it without a request for the page. */
export function useTaskId(initial: string): string {
  return /^\/tasks\/([^/]+)$/.exec(usePathname())?.[1] ?? initial
}

export type Walk = {
  around: GalleryAround | undefined
  go: (id: string) => void
  /** Waits for the neighbour where it is not known yet; stays where there is none. */
  step: (to: Neighbour) => Promise<void>
}

export type Neighbour = 'previous' | 'next'

const neighbourOf: Partial<Record<string, Neighbour>> = { '[': 'previous', ']': 'next' }

/** The clip's neighbours in the filtered gallery, one key away and read ahead. */
export function useWalk(id: string, search: string): Walk {
  const client = useQueryClient()
  const { data: around } = useQuery({
    ...aroundOptions(id, search),
    placeholderData: keepPreviousData,
  })

  useEffect(() => {
    for (const neighbour of [around?.next, around?.previous]) {
      if (neighbour) void readAhead(neighbour)
    }
    async function readAhead(neighbour: string) {
      const options = taskOptions(neighbour)
      await client.prefetchQuery(options)
      const poster = client.getQueryData(options.queryKey)?.result?.poster_url
      if (poster) new Image().src = poster
    }
  }, [client, around])

  // What stands in `around` may still be of the clip that one comes from.
  const step = useCallback(
    async (to: Neighbour) => {
      const found = await client.ensureQueryData(aroundOptions(id, search)).catch(() => null)
      if (found?.[to]) go(found[to])
    },
    [client, id, search],
  )

  // With what is seen, not after it: a key pressed at once goes on from this clip.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target, event.key)) return
      const to = neighbourOf[event.key]
      if (!to) return
      event.preventDefault()
      void step(to)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [step])

  return { around, go, step }
}

/** In place of the present one: Back leads to where one came from, however far one walked. */
function go(id: string): void {
  window.history.replaceState(null, '', `/tasks/${id}`)
}

function aroundOptions(id: string, search: string) {
  const params = new URLSearchParams(search)
  params.set('id', id)
  params.set('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  return queryOptions({
    queryKey: ['gallery', 'around', search, id],
    queryFn: ({ signal }) => api<GalleryAround>(`/api/gallery/around?${params}`, { signal }),
  })
}
