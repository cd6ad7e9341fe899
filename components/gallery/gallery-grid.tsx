import { memo, useCallback, useMemo } from 'react'
import { useRouter } from 'next/navigation'
import { useCell } from '@/lib/client/cell'
import { heat } from '@/lib/client/gallery-hot'
import type { RowSize } from '@/lib/client/gallery-layout'
import { clearSelection, selection } from '@/lib/client/gallery-selection'
import type { GallerySource } from '@/lib/client/gallery-source'
import type { GalleryView } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { GalleryContext } from './gallery-context'
import { galleryParts } from './gallery-parts'
import { GallerySkeleton } from './gallery-skeleton'
import { ReelGrid } from './reel'
import { ScrubberColumn } from './scrubber-column'
import { useGalleryActions } from './use-gallery-actions'
import { useGalleryKeys } from './use-gallery-keys'
import { useNews } from './use-news'
import { useReel } from './use-reel'
import { useReelInput } from './use-reel-input'
import { useReturn } from './use-return'

type GalleryGridProps = {
  source: GallerySource
  view: GalleryView
  rowSize: RowSize
  /** False while a clip's page lies over it. */
  isFront: boolean
  /** Another list has been asked for. */
  isPending: boolean
  /** There is nothing to show in it. */
  isHidden: boolean
}

/** Everything that moves: the clips, the scrubber, the selection. What stands still is not drawn with it. */
export const GalleryGrid = memo(function GalleryGrid(props: GalleryGridProps) {
  const { source, view, rowSize, isFront, isPending, isHidden } = props
  const { t } = useI18n()
  const router = useRouter()
  const { element, snapshot, reel, drawn, look, scrollTo, setPinned } = useReel(
    source,
    rowSize,
    isFront,
  )
  const hasSelection = useCell(selection, ({ tiles }) => tiles.size > 0)
  const bar = galleryParts.bar.use(hasSelection)

  const { opened } = useReturn({ isFront, source, reel, scrollTo })
  const open = useCallback(
    (id: string) => {
      heat(null)
      opened(id)
      router.push(`/tasks/${id}`, { scroll: false })
    },
    [router, opened],
  )
  const actions = useGalleryActions(source)
  const tools = useMemo(() => ({ source, view, open, ...actions }), [source, view, open, actions])
  const input = useReelInput({ reel, tools, look, scrollTo, setPinned })
  useGalleryKeys(tools, isFront)
  const news = useNews(source, isFront, look, reel)

  return (
    <GalleryContext value={tools}>
      <div
        className="grid grid-cols-[minmax(0,1fr)_84px] max-sm:grid-cols-[minmax(0,1fr)_34px]"
        hidden={isHidden}
        aria-busy={snapshot.days === null || isPending}
      >
        <div className="min-w-0 ps-(--pane-x) pe-1 pb-30 max-sm:pe-0">
          <ReelGrid
            ref={element}
            reel={reel}
            drawn={drawn}
            failed={snapshot.failed}
            input={input}
          />
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
})
