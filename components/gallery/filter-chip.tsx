import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-name'
import { Popover } from '@/components/ui/popover'
import { useI18n } from '@/lib/client/i18n'

export const chipClass =
  'inline-flex h-7 flex-none items-center gap-1.25 rounded-md px-2.25 font-medium whitespace-nowrap text-ink-soft transition-colors hover:bg-hover hover:text-ink focus-visible:outline-offset-[-2px] max-sm:h-8.5'

const setClass =
  'inline-flex h-7 flex-none items-center rounded-md bg-hover font-medium whitespace-nowrap text-ink shadow-[inset_0_0_0_1px_var(--color-line-strong)] max-sm:h-8.5'

type FilterChipProps = {
  name: string
  /** In words; null while the filter is not set. */
  value: string | null
  onRemove: () => void
  /** What sets it, while the chip is open. */
  children: () => ReactNode
}

/** A filter: its name while it is not set, its value and a way out once it is. */
export function FilterChip({ name, value, onRemove, children }: FilterChipProps) {
  return (
    <span className={value === null ? 'contents' : setClass}>
      <Popover
        label={name}
        role="dialog"
        className="max-h-[min(420px,70dvh)] scroll-quiet overflow-auto p-1"
        trigger={(props) => (
          <button
            {...props}
            type="button"
            className={cx(
              value === null
                ? chipClass
                : 'inline-flex h-full items-center gap-1.25 rounded-s-md ps-2.25 pe-1 focus-visible:outline-offset-[-2px]',
            )}
          >
            <span className={cx(value !== null && 'text-ink-soft')}>{name}</span>
            {value === null ? (
              <Icon name="chevron-down" size={14} className="-me-0.75" />
            ) : (
              <b className="max-w-56 truncate font-medium">{value}</b>
            )}
          </button>
        )}
      >
        {children}
      </Popover>
      {value !== null && <Drop name={name} onRemove={onRemove} />}
    </span>
  )
}

function Drop({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useI18n()
  return (
    <button
      type="button"
      aria-label={t('gallery.remove', { name })}
      onClick={onRemove}
      className="me-0.5 grid size-6 place-items-center rounded-sm text-ink-soft hover:bg-pressed hover:text-ink focus-visible:outline-offset-[-2px] max-sm:size-7.5"
    >
      <Icon name="x" size={14} />
    </button>
  )
}

/** The words one looks for, where the field that holds them is put away: on a phone. */
export function WordsChip({ q, onRemove }: { q: string; onRemove: () => void }) {
  const { t } = useI18n()
  return (
    <span className={cx(setClass, 'ps-2.25 sm:hidden')}>
      <b className="max-w-32 truncate font-medium">{q}</b>
      <Drop name={t('gallery.filter.q')} onRemove={onRemove} />
    </span>
  )
}

type ToggleChipProps = { icon: IconName; label: string; isOn: boolean; onToggle: () => void }

export function ToggleChip({ icon, label, isOn, onToggle }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={cx(isOn ? `${setClass} gap-1.25 px-2.25` : chipClass)}
    >
      <Icon name={icon} size={14} filled={isOn && icon === 'star'} />
      {label}
    </button>
  )
}
