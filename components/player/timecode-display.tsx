'use client'

import type { RefObject } from 'react'
import { timecode } from './timecode'
import { useCurrentTime } from './use-current-time'

/** The present frame, and the clip's length where there is room. */
export function TimecodeDisplay({
  video,
  duration,
}: {
  video: RefObject<HTMLVideoElement | null>
  duration: number
}) {
  const now = useCurrentTime(video)
  return (
    <span className="font-mono text-lg leading-5 font-medium tracking-[-0.02em] whitespace-nowrap">
      <Timecode seconds={now} />
      <span className="text-xs font-normal text-ink-faint max-sm:hidden">
        {' '}
        / <Timecode seconds={duration} /> · 24 fps
      </span>
    </span>
  )
}

export function Timecode({ seconds }: { seconds: number }) {
  const [whole, frames] = timecode(seconds).split('f')
  return (
    <>
      {whole}
      <i className="text-ink-faint not-italic">f</i>
      {frames}
    </>
  )
}
