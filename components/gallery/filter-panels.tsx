import type { ReactNode } from 'react'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { FilterName, GalleryView } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { ChoiceRow } from './choice-row'
import { DatePanel } from './date-panel'
import { collectionOptions, facetOptions } from './gallery-queries'
import { SecondsPanel } from './seconds-panel'

export type PanelProps = { view: GalleryView; onView: (view: GalleryView) => void }

/** What sets a filter, in the float of its chip. */
export function FilterPanel({ name, view, onView }: PanelProps & { name: FilterName }) {
  if (name === 'seconds') return <SecondsPanel view={view} onView={onView} />
  if (name === 'date') return <DatePanel view={view} onView={onView} />
  if (name === 'collection') return <CollectionPanel view={view} onView={onView} />
  if (name === 'q' || name === 'favourite' || name === 'hidden') return null
  return <ChoicePanel name={name} view={view} onView={onView} />
}

type Choice = { value: string; label: string; count: number; isMono?: boolean }
type ListName = 'line' | 'model' | 'ratio' | 'author' | 'tag'

function useChoices(name: ListName): [Choice[] | undefined, UseQueryResult] {
  const { t, has } = useI18n()
  const facets = useQuery(facetOptions)
  const { data } = facets
  if (!data) return [undefined, facets]
  const { models, ratios, authors, tags } = data
  const lines = new Map<string, number>()
  for (const { line, count } of models) lines.set(line, (lines.get(line) ?? 0) + count)
  const all: Record<ListName, Choice[]> = {
    line: [...lines].map(([line, count]) => {
      const key = `composer.line.${line}.name`
      return { value: line, label: has(key) ? t(key) : line, count }
    }),
    model: models.map(({ id, count }) => ({ value: id, label: id, count, isMono: true })),
    ratio: ratios.map(({ ratio, count }) => ({ value: ratio, label: ratio, count })),
    author: authors.map((one) => ({ value: one.id, label: one.name, count: one.count })),
    tag: tags.map(({ tag, count }) => ({ value: tag, label: tag, count })),
  }
  return [all[name], facets]
}

/** Several of a list; those chosen that nothing has any more can be dropped too. */
function ChoicePanel({ name, view, onView }: PanelProps & { name: ListName }) {
  const [choices, query] = useChoices(name)
  const chosen = view[name]
  const listed = new Set(choices?.map(({ value }) => value))
  const stale = choices ? chosen.filter((value) => !listed.has(value)) : []
  const all = [
    ...(choices ?? []),
    ...stale.map((value) => ({ value, label: value, count: 0, isMono: name === 'model' })),
  ]
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((each) => each !== value)
      : [...chosen, value]
    onView({ ...view, [name]: next })
  }
  return (
    <Answered query={query} isEmpty={all.length === 0}>
      {all.map(({ value, label, count, isMono }) => (
        <ChoiceRow
          key={value}
          label={label}
          count={count}
          isMono={isMono}
          isChosen={chosen.includes(value)}
          onChoose={() => toggle(value)}
        />
      ))}
    </Answered>
  )
}

function CollectionPanel({ view, onView }: PanelProps) {
  const collections = useQuery(collectionOptions)
  const all = collections.data?.data ?? []
  return (
    <Answered query={collections} isEmpty={all.length === 0}>
      {all.map(({ id, name, count }) => (
        <ChoiceRow
          key={id}
          label={name}
          count={count}
          isChosen={view.collection === id}
          onChoose={() => onView({ ...view, collection: view.collection === id ? null : id })}
        />
      ))}
    </Answered>
  )
}

type AnsweredProps = { query: UseQueryResult; isEmpty: boolean; children: ReactNode }

function Answered({ query, isEmpty, children }: AnsweredProps) {
  const { t } = useI18n()
  if (query.isError) {
    return (
      <p className="p-3 text-ink-soft">
        {t('gallery.choicesFailed')}{' '}
        <button type="button" className="text-link" onClick={() => void query.refetch()}>
          {t('gallery.tryAgain')}
        </button>
      </p>
    )
  }
  if (query.isPending) return <div className="h-24 w-56" aria-busy />
  if (isEmpty) return <p className="p-3 text-ink-soft">{t('gallery.noChoices')}</p>
  return <div className="min-w-56">{children}</div>
}
