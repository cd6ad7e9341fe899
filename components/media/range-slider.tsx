import type { CSSProperties } from 'react'

type RangeSliderProps = {
  min: number
  max: number
  step: number
  start: number
  /** null for a single handle. */
  end: number | null
  labels: { start: string; end: string }
  textOf: (value: number) => string
  onStart: (value: number) => void
  onEnd: (value: number) => void
}

const thumb =
  'pointer-events-none absolute inset-x-0 top-0 m-0 h-full w-full appearance-none bg-transparent [&::-moz-range-thumb]:pointer-events-auto [&::-moz-range-thumb]:h-8 [&::-moz-range-thumb]:w-3 [&::-moz-range-thumb]:cursor-ew-resize [&::-moz-range-thumb]:rounded-xs [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-raised [&::-moz-range-thumb]:bg-ink [&::-webkit-slider-thumb]:pointer-events-auto [&::-webkit-slider-thumb]:h-8 [&::-webkit-slider-thumb]:w-3 [&::-webkit-slider-thumb]:cursor-ew-resize [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-xs [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-raised [&::-webkit-slider-thumb]:bg-ink'

/** One or two handles on a line, each a native slider: arrows move them, the stretch between is lit. */
export function RangeSlider(props: RangeSliderProps) {
  const { min, max, step, start, end, labels, textOf, onStart, onEnd } = props
  const line = { min, max, step, textOf }
  const share = (value: number) => (max > min ? ((value - min) / (max - min)) * 100 : 0)
  const lit: CSSProperties = {
    left: `${end === null ? 0 : share(start)}%`,
    right: `${100 - share(end ?? start)}%`,
  }
  return (
    <div>
      <div className="relative h-8 pointer-coarse:h-11">
        <span className="absolute inset-x-0 top-1/2 h-6 -translate-y-1/2 rounded-sm bg-sunken shadow-[inset_0_0_0_1px_var(--color-line)]" />
        <span
          style={lit}
          className="absolute top-1/2 h-6 -translate-y-1/2 bg-pressed shadow-[inset_0_1px_0_var(--color-ink-soft),inset_0_-1px_0_var(--color-ink-soft)]"
        />
        <Thumb {...line} value={start} label={labels.start} onValue={onStart} />
        {end !== null && <Thumb {...line} value={end} label={labels.end} onValue={onEnd} />}
      </div>
      <p aria-hidden className="mt-1 flex justify-between text-xs text-ink-faint">
        <span>{textOf(start)}</span>
        {end !== null && <span>{textOf(end)}</span>}
      </p>
    </div>
  )
}

type ThumbProps = Pick<RangeSliderProps, 'min' | 'max' | 'step' | 'textOf'> & {
  value: number
  label: string
  onValue: (value: number) => void
}

function Thumb({ textOf, value, label, onValue, ...bounds }: ThumbProps) {
  return (
    <input
      type="range"
      {...bounds}
      value={value}
      aria-label={label}
      aria-valuetext={textOf(value)}
      onChange={(event) => onValue(event.target.valueAsNumber)}
      className={thumb}
    />
  )
}
