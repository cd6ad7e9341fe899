import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'

type RemoveButtonProps = { label: string; onClick: () => void; className?: string }

/** Over a tile: shown by hover and focus, always where there is no hover. */
export function RemoveButton({ label, onClick, className }: RemoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={cx(
        'absolute top-1 right-1 z-2 grid size-6 place-items-center rounded-sm bg-plate text-white opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
        className,
      )}
    >
      <Icon name="x" size={14} />
    </button>
  )
}
