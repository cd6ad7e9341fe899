import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'

const looks = {
  /** Over a tile: shown by hover and focus, always where there is no hover. */
  picture:
    'absolute top-1 right-1 z-2 bg-plate text-white opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
  plain: 'text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:size-9',
} as const

type RemoveButtonProps = { label: string; onClick: () => void; look?: keyof typeof looks }

export function RemoveButton({ label, onClick, look = 'picture' }: RemoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={cx('grid size-6 place-items-center rounded-sm', looks[look])}
    >
      <Icon name="x" size={14} />
    </button>
  )
}
