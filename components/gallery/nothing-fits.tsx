import { useQueries } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { galleryQuery, setFilters, withoutFilter, withoutFilters } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import type { GalleryEmptyProps } from './gallery-empty'
import { countOptions } from './gallery-queries'

/** Which filter to drop: the one without which most is found; of equals the words stay. */
export function NothingFits({ view, zone, onView }: GalleryEmptyProps) {
  const { t } = useI18n()
  const set = setFilters(view)
  const counts = useQueries({
    queries: set.map((name) => countOptions(galleryQuery(withoutFilter(view, name)), zone)),
  })
  const found = set.map((name, at) => ({ name, count: counts[at]?.data ?? 0 }))
  const best = found.reduce((most, one) => (one.count >= most.count ? one : most), {
    name: set[0] ?? 'q',
    count: 0,
  })
  const name = t(`gallery.filter.${best.name}`)
  const isKnown = counts.every(({ isPending }) => !isPending)
  return (
    <>
      <h2 className="text-xl font-semibold tracking-[-0.015em]">{t('gallery.noneTitle')}</h2>
      <p className="mt-1.5 min-h-10.5 text-md leading-[21px] text-pretty text-ink-soft">
        {isKnown &&
          (best.count > 0
            ? t('gallery.noneDrop', { name, count: best.count })
            : t('gallery.noneOne'))}
      </p>
      <div className="mt-3 flex gap-2">
        {best.count > 0 && (
          <Button kind="primary" onClick={() => onView(withoutFilter(view, best.name))}>
            {t('gallery.drop', { name })}
          </Button>
        )}
        {(set.length > 1 || best.count === 0) && (
          <Button kind="quiet" onClick={() => onView(withoutFilters(view))}>
            {t('gallery.clearAll')}
          </Button>
        )}
      </div>
    </>
  )
}
