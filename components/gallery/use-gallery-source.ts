import { useEffect, useMemo, useRef, useState } from 'react'
import { useMember } from '@/lib/client/config'
import { currentTile, heat } from '@/lib/client/gallery-hot'
import type { GalleryStart } from '@/lib/client/gallery-snapshot'
import type { GallerySource } from '@/lib/client/gallery-source'
import { gallerySourceOf } from '@/lib/client/gallery-source-of'

type Shown = {
  /** What is on screen: the last list stays until the next one is known. */
  shown: GallerySource
  isPending: boolean
  retry: () => void
}

/** The clips that the address asks for. */
export function useGallerySource(query: string, zone: string, start: GalleryStart | null): Shown {
  const { id: memberId } = useMember()
  const source = useMemo(
    () => gallerySourceOf(memberId, query, zone, start ?? undefined),
    [memberId, query, zone, start],
  )
  const [shown, setShown] = useState(source)
  const { days, isError } = source.get()
  if (shown !== source && (days !== null || isError || shown.zone !== zone)) setShown(source)

  useEffect(() => {
    let isLate = false
    void source.open().then(() => {
      if (!isLate) setShown(source)
    })
    return () => {
      isLate = true
    }
  }, [source])
  useFreshStart(query)
  return { shown, isPending: shown !== source, retry: () => void source.open() }
}

/** Another list begins at its top; what was chosen stays chosen. */
function useFreshStart(query: string): void {
  const last = useRef(query)
  useEffect(() => {
    if (last.current === query) return
    last.current = query
    currentTile.set(null)
    heat(null)
    window.scrollTo({ top: 0, behavior: 'instant' })
  }, [query])
}
