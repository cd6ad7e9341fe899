import { useQuery } from '@tanstack/react-query'
import { dateOf } from '@/lib/client/gallery-dates'
import type { FilterName, GalleryView } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import { collectionOptions, facetOptions } from './gallery-queries'

/** The value of a set filter, as its chip says it. */
export function useFilterWords(view: GalleryView): (name: FilterName) => string {
  const { t, has, format, locale } = useI18n()
  const now = useNow(false)
  // Names are asked for only where an id has to be told in words.
  const facets = useQuery({ ...facetOptions, enabled: view.author.length > 0 })
  const collections = useQuery({ ...collectionOptions, enabled: view.collection !== null })

  const several = (names: readonly string[]) =>
    names.length <= 2
      ? names.join(t('gallery.comma'))
      : t('gallery.more', { name: names[0] ?? '', count: names.length - 1 })
  const named = (known: string | undefined, isPending: boolean) =>
    known ?? (isPending ? '…' : t('gallery.gone'))
  const seconds = () => {
    const { min, max } = view.seconds
    if (min !== null && max !== null) return t('gallery.secondsRange', { min, max })
    return min !== null
      ? t('gallery.secondsFrom', { min })
      : t('gallery.secondsTo', { max: max ?? 0 })
  }
  const date = () => {
    const today = format.dayKey(now)
    const [from, to] = [view.from, view.to].map((day) => day && dateOf(locale, day, today))
    if (from && from === to) return from
    if (from && to) return t('gallery.dateRange', { from, to })
    return from ? t('gallery.dateFrom', { from }) : t('gallery.dateTo', { to: to ?? '' })
  }
  const words: Record<FilterName, () => string> = {
    q: () => view.q,
    line: () =>
      several(
        view.line.map((line) => {
          const key = `composer.line.${line}.name`
          return has(key) ? t(key) : line
        }),
      ),
    model: () => several(view.model),
    ratio: () => several(view.ratio),
    tag: () => several(view.tag),
    author: () =>
      several(
        view.author.map((id) =>
          named(facets.data?.authors.find((one) => one.id === id)?.name, facets.isPending),
        ),
      ),
    collection: () =>
      named(
        collections.data?.data.find(({ id }) => id === view.collection)?.name,
        collections.isPending,
      ),
    seconds,
    date,
    favourite: () => '',
    hidden: () => '',
  }
  return (name) => words[name]()
}
