'use client'

import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import type { Player, PlayerState } from './player'
import { Ruler } from './ruler'
import { frameRate, timecode } from './timecode'
import { useCurrentTime } from './use-current-time'

type SeekBarProps = {
  player: Player
  state: PlayerState
  /** `line` lies over the picture; `ruler` has seconds under it. */
  look: 'line' | 'ruler'
  /** Stand over the ruler's line, which is taller for them. */
  pins?: ReactNode
}

/** The clip's length as a native slider, drawn over: what has played, the loop range, the head. */
export function SeekBar({ player, state, look, pins }: SeekBarProps) {
  const { duration, range } = state
  const { t } = useI18n()
  const now = useCurrentTime(player)
  const percent = (seconds: number) =>
    duration > 0 ? `${Math.min(100, (seconds / duration) * 100)}%` : '0%'
  const from = percent(range.from ?? 0)
  const to = range.to === null ? '100%' : percent(range.to)
  const ranged = range.from !== null || range.to !== null
  const ruler = look === 'ruler'
  return (
    <div
      className={cx('relative', ruler ? `mx-0.5 ${pins ? 'h-14' : 'h-11'}` : 'h-6 min-w-0 flex-1')}
    >
      <div
        className={cx(
          'absolute inset-x-0 rounded-full',
          ruler ? `h-1.5 bg-pressed ${pins ? 'top-8' : 'top-3'}` : 'top-2.5 h-1 bg-white/30',
        )}
      >
        {ranged && (
          <div
            style={{ left: from, width: `calc(${to} - ${from})` }}
            className={cx(
              'absolute -inset-y-1 rounded-[3px] border-x-4',
              ruler
                ? 'border-ink-soft bg-pressed shadow-[inset_0_0_0_1px_var(--color-line-strong)]'
                : 'border-white/80 bg-white/25',
            )}
          />
        )}
        <div
          style={{ left: from, width: `max(0%, calc(${percent(now)} - ${from}))` }}
          className="absolute inset-y-0 rounded-l-full bg-accent"
        />
        <div
          style={{ left: percent(now) }}
          className={cx(
            'absolute w-0.5 -translate-x-1/2 rounded-full',
            ruler ? '-inset-y-1.75 bg-ink' : '-inset-y-1 bg-white',
          )}
        />
      </div>
      <input
        type="range"
        min={0}
        max={duration || 1}
        step={1 / frameRate}
        value={Math.min(now, duration || 1)}
        // Not `onChange`: that also hears the event after it, with the place from before the seek.
        onInput={(event) => player.seek(Number(event.currentTarget.value))}
        aria-label={t('task.player.position')}
        aria-valuetext={timecode(now)}
        className={cx(
          'absolute inset-x-0 m-0 w-full cursor-pointer appearance-none rounded-sm bg-transparent',
          ruler ? `h-6 ${pins ? 'top-6' : 'top-0.5'}` : 'inset-y-0 h-6',
          '[&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0',
        )}
      />
      {pins}
      {ruler && <Ruler duration={duration} />}
    </div>
  )
}
