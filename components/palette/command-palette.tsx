import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import { inGroups, matching, type Command } from './command'
import { CommandList } from './command-list'
import { useDeeds } from './use-deeds'
import { useFinds } from './use-finds'
import { useLooks } from './use-looks'
import { usePlaces } from './use-places'

type CommandPaletteProps = {
  onClose: () => void
  onKeys: () => void
}

const pageStep = 8

/**
 * A combobox in a modal: the focus stays in the field, arrows move through the list, Enter does it.
 * Focus trap, Escape and inert page are the browser's.
 */
export function CommandPalette({ onClose, onKeys }: CommandPaletteProps) {
  const { t } = useI18n()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const finds = useFinds(query)
  const own = [...useDeeds(onKeys), ...usePlaces(), ...useLooks()]

  const groups = inGroups(
    matching([...own, ...finds.commands], query),
    query.trim() ? 'query' : 'rest',
  )
  const shown = groups.flatMap(([, commands]) => commands)
  const active = shown.find((command) => command.id === chosen) ?? shown[0]

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  const run = (command: Command | undefined) => {
    if (!command) return
    // Closed first: the focus goes back to where it was before the command moves it.
    dialog.current?.close()
    onClose()
    command.run()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = active === undefined ? -1 : shown.indexOf(active)
    const to = {
      ArrowDown: (at + 1) % shown.length,
      ArrowUp: (at - 1 + shown.length) % shown.length,
      PageDown: Math.min(at + pageStep, shown.length - 1),
      PageUp: Math.max(at - pageStep, 0),
    }[event.key]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') run(active)
    else if (to !== undefined) setChosen(shown[to]?.id ?? null)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.label')}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
      className="mx-auto mt-[max(16px,14dvh)] mb-auto w-[min(640px,calc(100vw-24px))] overflow-hidden rounded-xl bg-raised text-ink shadow-float"
    >
      <div className="flex max-h-[min(560px,calc(86dvh-32px))] flex-col">
        <div className="flex h-13 shrink-0 items-center gap-3 border-b px-4 text-ink-faint focus-within:border-ring">
          <Icon name={finds.looking && query ? 'circle-dashed' : 'search'} />
          <input
            autoFocus
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={active && `${id}${active.id}`}
            aria-label={t('palette.search')}
            placeholder={t('palette.search')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setChosen(null)
            }}
            onKeyDown={onKeyDown}
            className="min-w-0 flex-1 bg-transparent text-md text-ink outline-none"
          />
          <button
            type="button"
            aria-label={t('shell.close')}
            onClick={onClose}
            className="grid place-items-center max-desk:-me-3 max-desk:size-11"
          >
            <Kbd className="max-desk:hidden">esc</Kbd>
            <Icon name="x" className="desk:hidden" />
          </button>
        </div>
        <CommandList id={id} groups={groups} active={active} onChoose={run} onPoint={setChosen} />
        {finds.failed && (
          <p role="alert" className="flex items-center gap-3 border-t px-4 py-2.5 text-ink-soft">
            <span className="flex-1">{t('palette.tasksFailed')}</span>
            <button
              type="button"
              onClick={finds.again}
              className="h-8 font-semibold text-ink underline underline-offset-3"
            >
              {t('shell.tryAgain')}
            </button>
          </p>
        )}
        <p className="flex shrink-0 gap-4 border-t px-4 py-2 text-xs text-ink-faint max-desk:hidden">
          <span className="flex items-center gap-1">
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd> {t('composer.picker.move')}
          </span>
          <span className="flex items-center gap-1">
            <Kbd>↵</Kbd> {t('composer.picker.choose')}
          </span>
        </p>
        <p role="status" className="sr-only">
          {query && t('palette.results', { count: shown.length })}
        </p>
      </div>
    </dialog>
  )
}
