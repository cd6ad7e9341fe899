import { useEffect, useRef, type MouseEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useAssetActions } from './assets-context'

type AssetCheckProps = {
  label: string
  checked: boolean
  /** Some of what it stands for is selected, not all. */
  some?: boolean
  /** `picture` lies on a thumbnail. */
  look?: 'plain' | 'picture'
  onToggle: (range: boolean) => void
}

/** A box of 18 px in a target of 40. Shift asks for a range. */
export function AssetCheck({
  label,
  checked,
  some = false,
  look = 'plain',
  onToggle,
}: AssetCheckProps) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = some && !checked
  }, [some, checked])
  const { creates } = useAssetActions()
  const filled = checked || some
  // What is selected is to be changed or handed on.
  if (!creates) return <span className="w-3" />
  return (
    <label className="relative grid size-10 shrink-0 place-items-center pointer-coarse:size-11">
      <input
        ref={ref}
        type="checkbox"
        data-check
        aria-label={label}
        checked={checked}
        // A click tells whether Shift was held; a change does not.
        onChange={() => {}}
        onClick={(event: MouseEvent) => onToggle(event.shiftKey)}
        className={cx(
          'size-4.5 appearance-none rounded-[5px] border-[1.5px] transition-colors',
          filled ? 'border-ink bg-ink' : 'border-ink-faint',
          !filled && look === 'picture' && 'bg-raised',
        )}
      />
      {filled && (
        <Icon
          name={checked ? 'check' : 'minus'}
          size={13}
          className="pointer-events-none absolute text-bg [&_use]:[stroke-width:2.5]"
        />
      )}
    </label>
  )
}
