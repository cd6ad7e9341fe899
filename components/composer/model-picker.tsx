import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { afterPaint } from '@/lib/client/after-paint'
import { changeModel } from '@/lib/client/change-model'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { models } from '@/lib/models/capabilities'
import { useComposer } from './composer-context'
import { ModelOption, pickerColumns } from './model-option'
import { featuresOf, matches, pickerRows, type PickerRow } from './picker-rows'
import { usePrices } from './price-fact'
import { useFocusOnOpen } from './use-focus-on-open'

/**
 * A combobox in the ARIA practice's sense: the focus stays in the search field, arrows move through
 * the list, Enter chooses. Grey rows can be reached, so that their reason is read, and not chosen.
 */
export function ModelPicker({ popoverId }: { popoverId: string }) {
  const { t } = useI18n()
  const { settings } = useComposer().config
  const prices = usePrices()
  const [draft] = useState(() => activeEntry(getDrafts()).draft)
  const [query, setQuery] = useState('')
  const [chosenActive, setActive] = useState(draft.input.model)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const opening = useRef(true)
  const id = useId()

  const rows = useMemo(() => pickerRows(draft, prices, settings), [draft, prices, settings])
  const groups = [...rows]
    .map(([line, all]) => ({ line, rows: all.filter((row) => matches(query, saidOf(row))) }))
    .filter((group) => group.rows.length > 0)
  const shown = groups.flatMap((group) => group.rows)
  const active = shown.find(({ model }) => model.id === chosenActive) ?? shown[0]

  function saidOf({ model }: PickerRow): string {
    const words = featuresOf(model).map((feature) => t(`composer.picker.words.${feature}`))
    const name = t(`composer.line.${model.line}.name`)
    return [model.id, name, ...model.resolution.values, ...words].join(' ')
  }

  useFocusOnOpen(search)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const block = opening.current ? 'center' : 'nearest'
      opening.current = false
      list.current?.querySelector('[data-active]')?.scrollIntoView({ block })
    })
    return () => cancelAnimationFrame(frame)
  }, [active])

  const choose = (row: PickerRow | undefined) => {
    if (row === undefined || row.unpriced) return
    document.getElementById(popoverId)?.hidePopover()
    if (row.model.id === draft.input.model) return
    // The list is gone in the next frame; the form may take one more.
    afterPaint(() => changeModel(row.model.id, settings))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = active === undefined ? -1 : shown.indexOf(active)
    const next = {
      ArrowDown: (at + 1) % shown.length,
      ArrowUp: (at - 1 + shown.length) % shown.length,
      PageDown: Math.min(at + 8, shown.length - 1),
      PageUp: Math.max(at - 8, 0),
    }[event.key]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(active)
    else if (next !== undefined) setActive(shown[next]?.model.id ?? '')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="flex h-full max-h-[min(724px,calc(100dvh-96px))] flex-col max-desk:max-h-none">
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4 text-ink-faint focus-within:border-ring">
        <Icon name="search" />
        <input
          ref={search}
          role="combobox"
          aria-expanded
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${id}${active.model.id}`}
          aria-label={t('composer.picker.search', { count: models.length })}
          placeholder={t('composer.picker.search', { count: models.length })}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-md text-ink outline-none"
        />
        <button
          type="button"
          popoverTarget={popoverId}
          popoverTargetAction="hide"
          aria-label={t('composer.picker.close')}
          className="grid place-items-center max-desk:-me-3 max-desk:size-11"
        >
          <Kbd className="max-desk:hidden">esc</Kbd>
          <Icon name="x" className="desk:hidden" />
        </button>
      </div>
      <div
        aria-hidden
        className={`${pickerColumns} h-8 shrink-0 border-b px-5 text-xs text-ink-faint max-sm:hidden`}
      >
        <span />
        <span>{t('composer.picker.model')}</span>
        <span>{t('composer.output.resolution')}</span>
        <span>{t('composer.output.seconds')}</span>
        <span>{t('composer.picker.inputs')}</span>
        <span className="text-end">{t('composer.picker.unitPrice')}</span>
        <span className="text-end">{t('composer.picker.thisDraft')}</span>
      </div>
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={t('composer.picker.label')}
        className="min-h-0 flex-1 scroll-quiet overflow-auto px-2 pb-2"
      >
        {groups.map(({ line, rows: own }) => (
          <div key={line} role="group" aria-labelledby={`${id}${line}`}>
            <p
              id={`${id}${line}`}
              role="presentation"
              className="flex flex-wrap items-baseline gap-x-2.5 ps-11 pe-3 pt-3.5 pb-1.25 text-xs text-ink-faint"
            >
              <span className="text-sm font-semibold text-ink">
                {t(`composer.line.${line}.name`)}
              </span>
              {t(`composer.line.${line}.note`)}
            </p>
            {own.map((row) => (
              <ModelOption
                key={row.model.id}
                id={`${id}${row.model.id}`}
                row={row}
                selected={row.model.id === draft.input.model}
                active={row === active}
                onChoose={() => choose(row)}
                onPoint={() => setActive(row.model.id)}
              />
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p role="status" className="px-5 py-8 text-center text-ink-soft">
          {t('composer.picker.none', { query })}
        </p>
      )}
      <div className="flex min-h-10 shrink-0 items-center gap-4 border-t px-4 py-2 text-xs text-ink-faint">
        <span className="flex items-center gap-1 max-desk:hidden">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> {t('composer.picker.move')}
        </span>
        <span className="flex items-center gap-1 max-desk:hidden">
          <Kbd>↵</Kbd> {t('composer.picker.choose')}
        </span>
        <span className="ms-auto">{t('composer.picker.kept')}</span>
      </div>
    </div>
  )
}
