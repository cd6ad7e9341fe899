'use client'

import { useEffect, useState } from 'react'
import type { RowSize } from '@/lib/client/gallery-layout'
import { showGallery, useGallerySearch } from '@/lib/client/gallery-search'
import type { GalleryStart } from '@/lib/client/gallery-snapshot'
import { setFilters } from '@/lib/client/gallery-view'
import { remember } from '@/lib/client/remember'
import { FilterBar } from './filter-bar'
import { GalleryEmpty } from './gallery-empty'
import { GalleryError } from './gallery-error'
import { GalleryGrid } from './gallery-grid'
import { GalleryHead } from './gallery-head'
import { rowSizeCookie } from './row-size'
import { useGallerySource } from './use-gallery-source'
import { useListFacts } from './use-list-facts'
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
  const { view, query, isFront } = useGallerySearch()
  const [rowSize, setRowSize] = useState(firstSize)
  const zone = useZone(firstZone)
  const { shown, isPending, retry } = useGallerySource(query, zone, start)
  const { total, all, isFailed } = useListFacts(shown)
  const isNarrowed = setFilters(view).length > 0
  const isEmpty = total === 0

  useEffect(() => remember(zoneCookie, zone), [zone])

  const changeRows = (size: RowSize) => {
    remember(rowSizeCookie, size)
    setRowSize(size)
  }
  return (
    <>
      <GalleryHead
        total={total}
        all={all}
        isNarrowed={isNarrowed}
        q={view.q}
        onSearch={(q) => showGallery({ ...view, q }, true)}
        rowSize={rowSize}
        onRowSize={changeRows}
      >
        {(!isEmpty || isNarrowed) && <FilterBar view={view} onView={showGallery} />}
      </GalleryHead>
      {isFailed && <GalleryError onRetry={retry} />}
      {isEmpty && <GalleryEmpty view={view} zone={zone} onView={showGallery} />}
      <GalleryGrid
        source={shown}
        view={view}
        rowSize={rowSize}
        isFront={isFront}
        isPending={isPending}
        isHidden={isEmpty || isFailed}
      />
    </>
  )
}
