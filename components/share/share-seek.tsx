'use client'

import type { Player } from '@/components/player/player'
import { useCurrentTime } from '@/components/player/use-current-time'
import { clock } from './clock'

type ShareSeekProps = {
  player: Player
  /** Seconds. */
  duration: number
  label: string
  onSeek: (seconds: number) => void
}

/** The clip's length as a native slider, drawn over. */
export function ShareSeek({ player, duration, label, onSeek }: ShareSeekProps) {
  const now = useCurrentTime(player)
  const played = duration > 0 ? `${Math.min(100, (now / duration) * 100)}%` : '0%'
  return (
    <div className="group relative h-6">
      <div className="absolute inset-x-0 top-2.25 h-1.5 overflow-hidden rounded-full bg-pressed">
        <div style={{ width: played }} className="h-full bg-accent" />
      </div>
      <div
        style={{ left: played }}
        className="absolute inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
      />
      <input
        type="range"
        min={0}
        max={duration || 1}
        step={0.01}
        value={Math.min(now, duration || 1)}
        onChange={(event) => onSeek(Number(event.target.value))}
        aria-label={label}
        aria-valuetext={clock(now)}
        className="absolute inset-0 m-0 w-full cursor-pointer appearance-none rounded-sm bg-transparent [&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0"
      />
    </div>
  )
}
