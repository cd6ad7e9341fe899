import { useEffect, useState } from 'react'
import type { Player } from './player'

const moments = ['play', 'seeking', 'seeked', 'timeupdate', 'loadedmetadata']

/** The position in seconds, anew with each frame that is shown; only who calls this renders for it. */
export function useCurrentTime(player: Player): number {
  const [time, setTime] = useState(0)
  useEffect(() => {
    const video = player.element()
    if (!video) return
    let frame = 0
    const run = () => {
      setTime(video.currentTime)
      frame = video.paused ? 0 : requestAnimationFrame(run)
    }
    const start = () => {
      cancelAnimationFrame(frame)
      run()
    }
    for (const moment of moments) video.addEventListener(moment, start)
    return () => {
      cancelAnimationFrame(frame)
      for (const moment of moments) video.removeEventListener(moment, start)
    }
  }, [player])
  return time
}
