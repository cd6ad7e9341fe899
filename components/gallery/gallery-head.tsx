import { useState, type ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-name'
import { IconButton } from '@/components/ui/icon-button'
import { SearchField } from '@/components/ui/search-field'
import { Segmented } from '@/components/ui/segmented'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { cx } from '@/components/ui/cx'
import { rowSizes, type RowSize } from '@/lib/client/gallery-layout'
import { useI18n } from '@/lib/client/i18n'

type GalleryHeadProps = {
  /** null while nobody knows. */
  total: number | null
  all: number
  isNarrowed: boolean
  q: string
  onSearch: (q: string) => void
  rowSize: RowSize
  onRowSize: (size: RowSize) => void
  /** The filters. */
  children: ReactNode
}

const rowIcons: Record<RowSize, IconName> = {
  low: 'rows-2',
  medium: 'layout-dashboard',
  tall: 'rectangle-horizontal',
}

/** The page's name and count, its search and its filters; it stays while the clips scroll. */
export function GalleryHead(props: GalleryHeadProps) {
  const { total, all, isNarrowed, q, onSearch, rowSize, onRowSize, children } = props
  const { t } = useI18n()
  const [isSearching, setSearching] = useState(false)
  const count =
    total === null
      ? null
      : isNarrowed
        ? t('gallery.countOf', { shown: total, count: all })
        : t('gallery.count', { count: total })
  return (
    <div
      data-gallery-head
      className="sticky top-0 z-4 bg-bg max-desk:top-13 max-sm:flex max-sm:h-13 max-sm:items-center"
    >
      <div
        className={cx(
          'flex h-13 items-center gap-2 ps-(--pane-x) pe-(--pane-x) max-sm:pe-0',
          isSearching && 'max-sm:flex-1 max-sm:pe-(--pane-x)',
        )}
      >
        <h1 className="text-lg font-semibold tracking-[-0.01em] max-sm:sr-only">
          {t('gallery.title')}
        </h1>
        <p role="status" className="ms-0.5 text-ink-faint max-sm:sr-only">
          {count}
        </p>
        <span className="flex-1 max-sm:hidden" />
        <div className={cx('max-sm:flex-1', !isSearching && 'max-sm:hidden')}>
          <SearchField
            isMain
            q={q}
            onSearch={onSearch}
            onLeave={() => setSearching(false)}
            label={t('gallery.search')}
            hint={t('gallery.searchHint')}
            clearLabel={t('gallery.clearSearch')}
            className="w-80 bg-sunken max-desk:w-55 max-sm:w-full"
          />
        </div>
        <IconButton
          icon="search"
          iconSize={20}
          label={t('gallery.search')}
          tip="none"
          onClick={() => {
            setSearching(true)
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>('[data-search]')?.focus(),
            )
          }}
          className={cx('size-11 sm:hidden', isSearching && 'hidden')}
        />
        <Segmented
          label={t('gallery.rows')}
          value={rowSize}
          onChange={onRowSize}
          className="max-sm:hidden"
          segments={rowSizes.map((size) => ({
            value: size,
            label: (
              <>
                <Icon name={rowIcons[size]} size={14} />
                <VisuallyHidden>{t(`gallery.rowSize.${size}`)}</VisuallyHidden>
              </>
            ),
          }))}
        />
      </div>
      <div
        className={cx(
          'sm:contents',
          isSearching ? 'max-sm:hidden' : 'max-sm:min-w-0 max-sm:flex-1',
        )}
      >
        {children}
      </div>
    </div>
  )
}
