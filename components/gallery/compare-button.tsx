import { useState } from 'react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Tile } from '@/lib/schemas/gallery'

const mostCompared = 4

/** Off below two and above four, and says why to whoever tries. */
export function CompareButton({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useI18n()
  const [isAsked, setAsked] = useState(false)
  const isOff = tiles.length < 2 || tiles.length > mostCompared
  const reason = t(
    tiles.length < 2 ? 'gallery.selection.compareFew' : 'gallery.selection.compareMany',
  )
  const look = `${buttonClass('primary')} h-9 max-sm:size-11`
  const inside = (
    <>
      <Icon name="square-split-horizontal" />
      <span className="max-sm:sr-only">{t('gallery.selection.compare')}</span>
    </>
  )
  if (!isOff) {
    return (
      <Link
        href={`/compare?ids=${tiles.map(({ id }) => id).join(',')}`}
        prefetch={false}
        aria-keyshortcuts="C"
        className={look}
      >
        {inside}
      </Link>
    )
  }
  return (
    <span className="relative">
      <button
        type="button"
        aria-disabled
        aria-describedby="compare-reason"
        onClick={() => setAsked(true)}
        onBlur={() => setAsked(false)}
        onPointerLeave={() => setAsked(false)}
        onPointerEnter={() => setAsked(true)}
        onFocus={() => setAsked(true)}
        className={look}
      >
        {inside}
      </button>
      <span
        id="compare-reason"
        className={cx(
          isAsked
            ? 'absolute bottom-full left-1/2 mb-2 -translate-x-1/2 rounded-sm bg-ink px-2 py-1 text-xs font-medium whitespace-nowrap text-bg max-sm:left-0 max-sm:translate-x-0'
            : 'sr-only',
        )}
      >
        {reason}
      </span>
    </span>
  )
}
