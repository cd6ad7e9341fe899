import type { CSSProperties } from 'react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { useMember } from '@/lib/client/config'
import { setFilters, type GalleryView } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast } from '@/lib/models/access'
import { galleryParts } from './gallery-parts'

export type GalleryEmptyProps = {
  view: GalleryView
  zone: string
  onView: (view: GalleryView) => void
}

const ratios = [
  16 / 9,
  9 / 16,
  21 / 9,
  1,
  16 / 9,
  3 / 4,
  16 / 9,
  4 / 3,
  9 / 16,
  16 / 9,
  1,
  21 / 9,
  3 / 4,
  16 / 9,
  16 / 9,
  9 / 16,
  4 / 3,
  16 / 9,
]

const frameStyle = (ratio: number): CSSProperties => ({
  flex: `${ratio * 100} 1 calc(${ratio} * var(--row))`,
  aspectRatio: ratio,
})

/** The shape of what will be here, and the one next step in its first frame. */
export function GalleryEmpty({ view, zone, onView }: GalleryEmptyProps) {
  const isNarrowed = setFilters(view).length > 0
  const part = galleryParts.nothing.use(isNarrowed)
  return (
    <div className="relative overflow-hidden px-(--pane-x) pt-1">
      <div className="flex flex-wrap gap-1 [--row:184px] max-sm:[--row:96px]">
        <div className="flex min-h-46 flex-[0_0_412px] flex-col items-start justify-center rounded-sm bg-raised px-7 py-7 shadow-[inset_0_0_0_1px_var(--color-line)] max-sm:basis-full max-sm:px-5">
          {!isNarrowed && <NothingYet />}
          {isNarrowed && part && <part.NothingFits view={view} zone={zone} onView={onView} />}
        </div>
        {ratios.map((ratio, at) => (
          <i
            key={at}
            aria-hidden
            style={frameStyle(ratio)}
            className={`max-w-full rounded-sm shadow-[inset_0_0_0_1px_var(--color-line)] ${at > 13 ? 'opacity-30' : at > 8 ? 'opacity-50' : at > 3 ? 'opacity-75' : ''}`}
          />
        ))}
        {/* Takes what the last row leaves, so that its frames keep their height. */}
        <i aria-hidden className="flex-[1000000_1_0]" />
      </div>
    </div>
  )
}

function NothingYet() {
  const { t } = useI18n()
  const makes = isAtLeast(useMember(), 'creator')
  return (
    <>
      <h2 className="text-xl font-semibold tracking-[-0.015em]">{t('gallery.emptyTitle')}</h2>
      <p className="mt-1.5 text-md leading-[21px] text-pretty text-ink-soft">
        {t(makes ? 'gallery.emptyText' : 'gallery.emptyViewer')}
      </p>
      {makes && (
        <Link href="/" className={`${buttonClass('primary')} mt-4.5`}>
          {t('gallery.emptyGo')}
        </Link>
      )}
    </>
  )
}
