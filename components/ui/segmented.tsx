import { useId, type ReactNode } from 'react'
import { cx } from './cx'

export type Segment<Value extends string | number> = {
  value: Value
  label: ReactNode
  disabled?: boolean
}

type SegmentedProps<Value extends string | number> = {
  /** The group's name for readers, unless `labelledBy` points at a visible one. */
  label?: string
  labelledBy?: string
  describedBy?: string
  value: Value
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
  onBlur?: () => void
  /** `well` sits in a sunken track; `bare` is for the tabs above the feed. */
  look?: 'well' | 'bare'
  /** Height of a segment in pixels: 28, or 32 for the main choice of a screen. */
  height?: 28 | 32
  className?: string
}

/** One choice out of a few, as native radios: arrow keys, one tab stop and forms come for free. */
export function Segmented<Value extends string | number>({
  label,
  labelledBy,
  describedBy,
  value,
  segments,
  onChange,
  onBlur,
  look = 'well',
  height = 28,
  className,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onBlur={onBlur}
      className={cx(
        'flex gap-0.5',
        look === 'well' && 'rounded-md border bg-sunken p-0.5',
        className,
      )}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx('relative', look === 'well' && 'min-w-0 flex-auto')}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
            className="peer absolute inset-0 m-0 cursor-pointer opacity-0"
          />
          <span
            className={cx(
              'flex items-center justify-center rounded-sm px-2.5 segment whitespace-nowrap text-ink-soft transition-colors peer-disabled:text-ink-faint hover:text-ink',
              height === 32 ? 'h-8' : 'h-7',
            )}
          >
            {segment.label}
          </span>
        </label>
      ))}
    </div>
  )
}
