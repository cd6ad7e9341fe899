import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import type { PanelProps } from './filter-panels'

const dayMs = 24 * 60 * 60 * 1000

/** The usual stretches of days, and any other. */
export function DatePanel({ view, onView }: PanelProps) {
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
