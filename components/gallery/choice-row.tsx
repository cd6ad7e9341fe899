import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'

type ChoiceRowProps = {
  label: string
  count: number
  isMono?: boolean | undefined
  isChosen: boolean
  onChoose: () => void
}

/** One of several values of a filter, and how many clips have it. */
export function ChoiceRow({ label, count, isMono = false, isChosen, onChoose }: ChoiceRowProps) {
  const { format } = useI18n()
  return (
    <label className="relative flex h-8 items-center gap-2.5 rounded-sm px-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-[-2px] has-focus-visible:outline-ring pointer-coarse:h-11">
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
