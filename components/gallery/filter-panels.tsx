import { useId, useState, type ReactNode } from 'react'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { RangeSlider } from '@/components/media/range-slider'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/components/ui/cx'
import type { FilterName, GalleryView } from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import { collectionOptions, facetOptions } from './gallery-queries'

type PanelProps = { view: GalleryView; onView: (view: GalleryView) => void }

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

type ChoiceRowProps = {
  label: string
  count: number
  isMono?: boolean | undefined
  isChosen: boolean
  onChoose: () => void
}

function ChoiceRow({ label, count, isMono = false, isChosen, onChoose }: ChoiceRowProps) {
  const { format } = useI18n()
  return (
    <label className="flex h-8 items-center gap-2.5 rounded-sm px-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-[-2px] has-focus-visible:outline-ring pointer-coarse:h-11">
      <input type="checkbox" checked={isChosen} onChange={onChoose} className="peer sr-only" />
      <span
        aria-hidden
        className="grid size-4.5 place-items-center rounded-[5px] text-transparent shadow-[inset_0_0_0_1.5px_var(--color-ink-faint)] peer-checked:bg-ink peer-checked:text-bg peer-checked:shadow-none"
      >
        <Icon name="check" size={12} />
      </span>
      <span className={cx('min-w-0 flex-1 truncate', isMono && 'font-mono text-xs')}>{label}</span>
      <span className="text-xs text-ink-faint">{format.number(count)}</span>
    </label>
  )
}

const shortest = 1
const longest = 15

function SecondsPanel({ view, onView }: PanelProps) {
  const { t } = useI18n()
  const [start, setStart] = useState(view.seconds.min ?? shortest)
  const [end, setEnd] = useState(view.seconds.max ?? longest)
  const put = (from: number, to: number) => {
    setStart(from)
    setEnd(to)
    const seconds = { min: from > shortest ? from : null, max: to < longest ? to : null }
    onView({ ...view, seconds })
  }
  return (
    <div className="w-64 p-3">
      <RangeSlider
        min={shortest}
        max={longest}
        step={1}
        start={Math.min(start, longest)}
        end={Math.min(end, longest)}
        labels={{ start: t('gallery.secondsMin'), end: t('gallery.secondsMax') }}
        textOf={(seconds) => t('gallery.seconds', { seconds })}
        onStart={(value) => put(Math.min(value, end), end)}
        onEnd={(value) => put(start, Math.max(value, start))}
      />
    </div>
  )
}

const dayMs = 24 * 60 * 60 * 1000

function DatePanel({ view, onView }: PanelProps) {
  const { t, format } = useI18n()
  const id = useId()
  const now = useNow(false)
  const day = (ago: number) => format.dayKey(now - ago * dayMs)
  const today = day(0)
  const presets = [
    { name: 'today', from: today },
    { name: 'week', from: day(6) },
    { name: 'month', from: day(29) },
    { name: 'year', from: `${today.slice(0, 4)}-01-01` },
  ] as const
  const field = 'h-8 w-full rounded-md border bg-sunken px-2 pointer-coarse:h-11'
  return (
    <div className="w-64">
      {presets.map(({ name, from }) => {
        const isChosen = view.from === from && view.to === null
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onView({ ...view, from: isChosen ? null : from, to: null })}
            className="flex h-8 w-full items-center justify-between rounded-sm px-2 text-start hover:bg-hover focus-visible:outline-offset-[-2px] pointer-coarse:h-11"
          >
            {t(`gallery.dates.${name}`)}
            {isChosen && <Icon name="check" size={14} />}
          </button>
        )
      })}
      <div className="mt-1 grid grid-cols-2 gap-2 border-t p-2">
        <label htmlFor={`${id}from`} className="text-xs text-ink-faint">
          {t('gallery.dateStart')}
          <input
            id={`${id}from`}
            type="date"
            value={view.from ?? ''}
            max={view.to ?? undefined}
            onChange={(event) => onView({ ...view, from: event.target.value || null })}
            className={field}
          />
        </label>
        <label htmlFor={`${id}to`} className="text-xs text-ink-faint">
          {t('gallery.dateEnd')}
          <input
            id={`${id}to`}
            type="date"
            value={view.to ?? ''}
            min={view.from ?? undefined}
            onChange={(event) => onView({ ...view, to: event.target.value || null })}
            className={field}
          />
        </label>
      </div>
    </div>
  )
}
