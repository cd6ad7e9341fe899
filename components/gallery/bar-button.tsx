import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-name'
import { Popover } from '@/components/ui/popover'

// Named on hover where there is no room for its word.
export const barButton =
  'tip relative wide:after:hidden inline-flex h-9 items-center justify-center gap-1.75 rounded-md px-2.75 font-medium whitespace-nowrap transition-colors hover:bg-hover max-sm:h-11 max-sm:w-10 max-sm:px-0'
export const barWord = 'max-wide:sr-only'

type BarButtonProps = {
  icon: IconName
  label: string
  keys?: string
  filled?: boolean
  /** The label is too long for the bar: the icon says it. */
  isShort?: boolean
  className?: string
  onClick: () => void
}

export function BarButton({
  icon,
  label,
  keys,
  filled,
  isShort,
  className,
  onClick,
}: BarButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keys}
      onClick={onClick}
      data-tip={label}
      data-tip-side="above"
      className={cx(barButton, isShort && 'after:block!', className)}
    >
      <Icon name={icon} filled={filled} />
      <span className={isShort ? 'sr-only' : barWord}>{label}</span>
    </button>
  )
}

type FloatButtonProps = {
  icon: IconName
  label: string
  className?: string
  children: (close: () => void) => ReactNode
}

/** A button of the bar that opens a float. */
export function FloatButton({ icon, label, className, children }: FloatButtonProps) {
  return (
    <Popover
      role="dialog"
      label={label}
      className="w-72 p-1"
      trigger={(props) => (
        <button
          {...props}
          type="button"
          data-tip={label}
          data-tip-side="above"
          className={cx(barButton, className)}
        >
          <Icon name={icon} />
          <span className={barWord}>{label}</span>
        </button>
      )}
    >
      {(id) => children(() => document.getElementById(id)?.hidePopover())}
    </Popover>
  )
}
