import { useEffect, useMemo, useState } from 'react'
import { usePathname, useSearchParams } from 'next/navigation'
import { galleryHref, galleryQuery, readGalleryView, type GalleryView } from './gallery-view'

let last = ''

/** The filters of the gallery that is open or lies under the task, as a query; `''` without any. */
export function gallerySearch(): string {
  return last
}

type GallerySearch = {
  view: GalleryView
  query: string
  /** False while a task lies over the gallery: the address is the task's then. */
  isFront: boolean
}

/** What the gallery's address says; while something lies over it, what it said last. */
export function useGallerySearch(): GallerySearch {
  const params = useSearchParams()
  const isFront = usePathname() === '/gallery'
  const [text, setText] = useState(isFront ? params.toString() : last)
  if (isFront && params.toString() !== text) setText(params.toString())
  const view = useMemo(() => readGalleryView(new URLSearchParams(text)), [text])
  const query = galleryQuery(view)
  useEffect(() => {
    last = query
  }, [query])
  return useMemo(() => ({ view, query, isFront }), [view, query, isFront])
}

/** Shows another view, without a request for the page. `replace` where Back should not pass it. */
export function showGallery(view: GalleryView, replace = false): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', galleryHref(view))
}
