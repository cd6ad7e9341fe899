import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'

type AddTileProps = { onClick: () => void; className?: string; children: string }

/** A dashed place that opens the system's file chooser; whatever is dropped anywhere lands here too. */
export function AddTile({ onClick, className, children }: AddTileProps) {
  return (
    <button
      type="button"
      data-add
      onClick={onClick}
      className={cx(
        'flex w-full items-center justify-center rounded-md border border-dashed border-line-strong text-xs text-ink-soft hover:bg-hover hover:text-ink',
        className,
      )}
    >
      <Icon name="plus" />
      {children}
    </button>
  )
}
