'use client'

import type { Player } from '@/components/player/player'
import { useCurrentTime } from '@/components/player/use-current-time'
import { clock } from './clock'

/** `0:03 / 0:12` */
export function ShareTime({ player, duration }: { player: Player; duration: number }) {
  return (
    <span className="ms-2 font-mono text-sm font-medium whitespace-nowrap">
      {clock(useCurrentTime(player))}
      <span className="font-normal text-ink-faint"> / {clock(duration)}</span>
    </span>
  )
}
