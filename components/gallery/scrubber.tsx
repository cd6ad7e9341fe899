import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { cx } from '@/components/ui/cx'
import { monthLabel, monthOf } from '@/lib/client/gallery-dates'
import { dayAt, type Reel } from '@/lib/client/gallery-reel'
import { dayAtWave, monthStep, waveOf, type Wave } from '@/lib/client/gallery-wave'
import { useI18n } from '@/lib/client/i18n'
import type { ReelView } from './use-reel'

export type ScrubberProps = {
  reel: Reel
  look: () => ReelView | null
  scrollTo: (y: number) => void
  /** Pixels that the column has. */
  height: number
}

const lingerMs = 1200
const padding = 4

/** The list as a waveform, one line per day: drag or press to go there, arrows by month. */
export function Scrubber({ reel, look, scrollTo, height }: ScrubberProps) {
  const { t, locale } = useI18n()
  const column = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState({ from: 0, to: 0, share: 0 })
  const [isBusy, setBusy] = useState(false)
  const { dayFacts: days } = reel
  const wave = useMemo(() => waveOf(days, height - 20), [days, height])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let frame = 0
    const read = () => {
      frame = 0
      const view = look()
      if (!view) return
      const from = dayAt(reel, view.from)
      const to = dayAt(reel, view.to)
      const day = reel.days[from]
      const share = day ? Math.min(1, Math.max(0, (view.from - day.top) / day.height)) : 0
      setHere((before) =>
        before.from === from && before.to === to && Math.abs(before.share - share) < 0.04
          ? before
          : { from, to, share },
      )
    }
    const onScroll = () => {
      frame ||= requestAnimationFrame(read)
      clearTimeout(timer)
      setBusy(true)
      timer = setTimeout(() => setBusy(false), lingerMs)
    }
    read()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [reel, look])

  const jump = (clientY: number) => {
    const box = column.current?.getBoundingClientRect()
    if (!box || days.length === 0) return
    const { day, share } = dayAtWave(days.length, wave, clientY - box.top - padding)
    const target = reel.days[day]
    if (target) scrollTo(target.top + (share > 0.12 ? share * target.height : 0))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    jump(event.clientY)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) jump(event.clientY)
  }
  const goTo = (day: number) => {
    const target = reel.days[day]
    if (target) scrollTo(target.top)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = days.length - 1
    const targets: Partial<Record<string, number>> = {
      ArrowDown: monthStep(days, here.from, 1),
      ArrowRight: monthStep(days, here.from, 1),
      ArrowUp: monthStep(days, here.from, -1),
      ArrowLeft: monthStep(days, here.from, -1),
      PageDown: Math.min(last, here.to),
      PageUp: Math.max(0, here.from - 1),
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    goTo(target)
  }

  const day = days[here.from]
  if (day === undefined) return null
  const at = padding + ((here.from + here.share) / days.length) * wave.height
  const name = monthOf(locale, day.day)
  const covered = wave.months.findIndex(({ y }) => Math.abs(y + padding - at) < 18)
  return (
    <div
      ref={column}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      className="group/months relative h-full cursor-pointer touch-none select-none"
    >
      <WaveLines wave={wave} from={here.from} to={here.to} />
      <MonthLabels wave={wave} covered={covered} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('gallery.scrubber')}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={here.from + 1}
        aria-valuetext={name}
        onKeyDown={onKeyDown}
        style={{ top: at - 12 }}
        className="peer/thumb absolute right-1 h-6 w-9 rounded-sm max-sm:right-0 max-sm:w-7"
      >
        <span className="absolute inset-x-0.5 top-1/2 h-0.5 -translate-y-1/2 bg-ink" />
      </div>
      <span
        aria-hidden
        style={{ top: at - 14 }}
        className={cx(
          'pointer-events-none absolute right-11 h-7 rounded-md bg-raised px-2.25 text-xs leading-7 font-medium whitespace-nowrap shadow-float transition-opacity group-hover/months:opacity-100 peer-focus-visible/thumb:opacity-100 max-sm:right-8',
          !isBusy && 'opacity-0',
        )}
      >
        {name}
      </span>
    </div>
  )
}

type MonthLabelsProps = {
  wave: Wave
  /** The label that lies under the bubble; -1 where none does. */
  covered: number
}

const MonthLabels = memo(function MonthLabels({ wave, covered }: MonthLabelsProps) {
  const { locale } = useI18n()
  return (
    <div aria-hidden className="max-sm:hidden">
      {wave.months.map(({ month, y, isYear }, index) => (
        <span
          key={month}
          style={{ top: padding + y - 7 }}
          className={cx(
            'absolute right-9.5 rounded-xs px-1 text-2xs leading-3.5 whitespace-nowrap hover:text-ink',
            isYear ? 'font-semibold text-ink' : 'text-ink-faint',
            index === covered && 'opacity-0',
          )}
        >
          {monthLabel(locale, `${month}-01`, isYear)}
        </span>
      ))}
    </div>
  )
})

type WaveLinesProps = { wave: Wave; from: number; to: number }

const WaveLines = memo(function WaveLines({ wave, from, to }: WaveLinesProps) {
  const all = useMemo(() => drawLines(wave.lines), [wave])
  const seen = drawLines(wave.lines.filter((line) => line.to > from && line.from <= to))
  return (
    <svg
      aria-hidden
      width="24"
      height={wave.height}
      className="absolute top-1 right-2.5 overflow-visible fill-none stroke-[1.25] max-sm:right-1.5 max-sm:w-4"
      viewBox={`0 0 24 ${Math.max(1, wave.height)}`}
      preserveAspectRatio="none"
    >
      <path d={all} className="stroke-line-strong" />
      <path d={seen} className="stroke-ink" />
    </svg>
  )
})

function drawLines(lines: Wave['lines']): string {
  return lines
    .map(({ y, length }) => `M${(24 * (1 - length)).toFixed(1)} ${y.toFixed(1)}H24`)
    .join('')
}
