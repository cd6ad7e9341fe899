'use client'

import type { Player } from './player'
import { timecode } from './timecode'
import { useCurrentTime } from './use-current-time'

type TimecodeDisplayProps = { player: Player; duration: number }

/** The present frame, and the clip's length where there is room. */
export function TimecodeDisplay({ player, duration }: TimecodeDisplayProps) {
  const now = useCurrentTime(player)
  return (
    <span className="font-mono text-lg leading-5 font-medium tracking-[-0.02em] whitespace-nowrap @max-[800px]:ms-auto">
      <Timecode seconds={now} />
      <span className="text-xs font-normal text-ink-faint max-sm:hidden">
        {' '}
        / <Timecode seconds={duration} /> · 24 fps
      </span>
    </span>
  )
}

/** `short` leaves out the minutes while there are none. */
export function Timecode({ seconds, short = false }: { seconds: number; short?: boolean }) {
  const [whole, frames] = timecode(seconds)
    .replace(short ? /^0:0?/ : '', '')
    .split('f')
  return (
    <>
      {whole}
      <i className="text-ink-faint not-italic">f</i>
      {frames}
    </>
  )
}
