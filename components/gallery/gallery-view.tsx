'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useCell } from '@/lib/client/cell'
import { heat } from '@/lib/client/gallery-hot'
import type { RowSize } from '@/lib/client/gallery-layout'
import { showGallery, useGallerySearch } from '@/lib/client/gallery-search'
import { clearSelection, selection } from '@/lib/client/gallery-selection'
import type { GalleryStart } from '@/lib/client/gallery-source'
import { setFilters, type GalleryView as View } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { remember } from '@/lib/client/remember'
import { FilterBar } from './filter-bar'
import { GalleryContext } from './gallery-context'
import { GalleryEmpty } from './gallery-empty'
import { GalleryError } from './gallery-error'
import { GalleryHead } from './gallery-head'
import { galleryParts } from './gallery-parts'
import { GallerySkeleton } from './gallery-skeleton'
import { ReelGrid } from './reel'
import { rowSizeCookie } from './row-size'
import { ScrubberColumn } from './scrubber-column'
import { useGalleryActions } from './use-gallery-actions'
import { useGalleryKeys } from './use-gallery-keys'
import { useGallerySource } from './use-gallery-source'
import { useNews } from './use-news'
import { useReel } from './use-reel'
import { useReelInput } from './use-reel-input'
import { useReturn } from './use-return'
import { useZone } from './use-zone'
import { zoneCookie } from './zone'

type GalleryViewProps = {
  /** What the server has put into the page; null where the browser has to ask. */
  start: GalleryStart | null
  /** The time zone that the server takes the reader to be in. */
  zone: string
  rowSize: RowSize
}

/** The place where the team looks at its clips. */
export function GalleryView({ start, zone: firstZone, rowSize: firstSize }: GalleryViewProps) {
  const { t } = useI18n()
  const router = useRouter()
  const { view, query, isFront } = useGallerySearch()
  const [rowSize, setRowSize] = useState(firstSize)
  const zone = useZone(firstZone)
  const { shown, isPending, retry } = useGallerySource(query, zone, start)
  const { element, snapshot, reel, drawn, look, scrollTo, setPinned } = useReel(
    shown,
    rowSize,
    isFront,
  )
  const hasSelection = useCell(selection, ({ tiles }) => tiles.size > 0)
  const bar = galleryParts.bar.use(hasSelection)

  const { opened } = useReturn({ isFront, source: shown, reel, scrollTo })
  const open = useCallback(
    (id: string) => {
      heat(null)
      opened(id)
      router.push(`/tasks/${id}`, { scroll: false })
    },
    [router, opened],
  )
  const actions = useGalleryActions(shown)
  const tools = useMemo(
    () => ({ source: shown, view, open, ...actions }),
    [shown, view, open, actions],
  )
  const input = useReelInput({ reel, tools, look, scrollTo, setPinned })
  useGalleryKeys(tools, isFront)
  const news = useNews(shown, isFront, look, reel)

  useEffect(() => remember(zoneCookie, zone), [zone])

  const show = useCallback((next: View) => showGallery(next), [])
  const changeRows = (size: RowSize) => {
    remember(rowSizeCookie, size)
    setRowSize(size)
  }
  const { days, isError, total, all } = snapshot
  const isEmpty = days !== null && days.length === 0
  const filters = setFilters(view)

  return (
    <GalleryContext value={tools}>
      <GalleryHead
        total={days === null ? null : total}
        all={all}
        isNarrowed={filters.length > 0}
        q={view.q}
        onSearch={(q) => showGallery({ ...view, q }, true)}
        rowSize={rowSize}
        onRowSize={changeRows}
      >
        {!(isEmpty && filters.length === 0) && <FilterBar view={view} onView={show} />}
      </GalleryHead>
      {isError && days === null ? (
        <GalleryError onRetry={retry} />
      ) : isEmpty ? (
        <GalleryEmpty view={view} zone={zone} onView={show} />
      ) : null}
      <div
        className="grid grid-cols-[minmax(0,1fr)_84px] max-sm:grid-cols-[minmax(0,1fr)_34px]"
        hidden={isEmpty || (isError && days === null)}
        aria-busy={days === null || isPending}
      >
        <div className="min-w-0 ps-(--pane-x) pe-1 pb-30 max-sm:pe-0">
          <ReelGrid ref={element} reel={reel} drawn={drawn} snapshot={snapshot} input={input} />
          {reel === null && <GallerySkeleton />}
        </div>
        <div className="sticky top-23 h-[calc(100dvh-92px)] pt-1 pb-4 max-desk:top-36 max-desk:h-[calc(100dvh-144px)] max-sm:top-26 max-sm:h-[calc(100dvh-104px)]">
          {reel && <ScrubberColumn reel={reel} look={look} scrollTo={scrollTo} />}
        </div>
      </div>
      {news.waiting !== null && (
        <button
          type="button"
          onClick={() => void news.show(scrollTo)}
          className="fixed top-25 left-1/2 z-10 flex h-9 -translate-x-1/2 items-center gap-1.5 rounded-full bg-ink px-4 font-medium text-bg shadow-float max-desk:top-38 max-sm:top-28 max-sm:h-11 desk:ms-7.5"
        >
          {news.waiting > 0 ? t('gallery.news', { count: news.waiting }) : t('gallery.changed')}
        </button>
      )}
      {hasSelection && bar && <bar.SelectionBar onClear={clearSelection} />}
    </GalleryContext>
  )
}
