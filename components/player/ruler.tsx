import { cx } from '@/components/ui/cx'

const mostMarks = 9

/** The seconds under a timeline, at most nine of them. */
export function Ruler({ duration }: { duration: number }) {
  const whole = Math.floor(duration + 0.05)
  const every = Math.max(1, Math.ceil(whole / (mostMarks - 1)))
  const marks = Array.from({ length: Math.floor(whole / every) + 1 }, (_, at) => at * every)
  return (
    <div
      aria-hidden
      className="absolute inset-x-0 bottom-0 h-3 font-mono text-[10px] leading-3 text-ink-faint"
    >
      {marks.map((second, at) => (
        <span
          key={second}
          style={{ left: `${Math.min(100, (second / (duration || 1)) * 100)}%` }}
          className={cx(
            'absolute',
            at > 0 && 'max-sm:even:hidden',
            at === 0
              ? ''
              : at === marks.length - 1 && second >= whole
                ? '-translate-x-full'
                : '-translate-x-1/2',
          )}
        >
          0:{String(second).padStart(2, '0')}
        </span>
      ))}
    </div>
  )
}
