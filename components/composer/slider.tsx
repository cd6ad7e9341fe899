import type { ComponentProps, CSSProperties } from 'react'
import { cx } from '@/components/ui/cx'

const track =
  '[&::-webkit-slider-runnable-track]:h-1 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-[linear-gradient(to_right,var(--color-ink-soft)_var(--share),var(--color-pressed)_var(--share))] [&::-moz-range-progress]:h-1 [&::-moz-range-progress]:rounded-full [&::-moz-range-progress]:bg-ink-soft [&::-moz-range-track]:h-1 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-pressed'
const thumb =
  '[&::-webkit-slider-thumb]:-mt-1.5 [&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-3 [&::-webkit-slider-thumb]:border-bg [&::-webkit-slider-thumb]:bg-ink [&::-webkit-slider-thumb]:shadow-[0_0_0_1px_var(--color-ink)] [&::-moz-range-thumb]:size-2.5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-3 [&::-moz-range-thumb]:border-bg [&::-moz-range-thumb]:bg-ink [&::-moz-range-thumb]:shadow-[0_0_0_1px_var(--color-ink)]'

type SliderProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'min' | 'max'> & {
  value: number
  min: number
  max: number
}

/** A native range: 24 px to hit, a 4 px track, filled up to the thumb. */
export function Slider({ value, min, max, className, ...rest }: SliderProps) {
  const share = max > min ? (value - min) / (max - min) : 1
  // The thumb's centre runs from 8 px to 8 px before the end, and the fill ends under it.
  const style = { '--share': `calc(8px + ${share} * (100% - 16px))` } as CSSProperties
  return (
    <input
      type="range"
      value={value}
      min={min}
      max={max}
      style={style}
      className={cx(
        'm-0 h-6 appearance-none rounded-full bg-transparent outline-offset-1',
        track,
        thumb,
        className,
      )}
      {...rest}
    />
  )
}
