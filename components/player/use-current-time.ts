import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Player } from './player'

const moments = ['play', 'seeking', 'seeked', 'timeupdate', 'loadedmetadata']

const absent = () => null
const same = (seconds: number) => seconds

/** The position in seconds, anew with each frame that is shown; only who calls this renders for it. */
export function useCurrentTime(player: Player): number {
  return useAtTime(player, same)
}

/** What `tell` says of the position; renders only when that changes. */
export function useAtTime<Told>(player: Player, tell: (seconds: number) => Told): Told {
  const video = useSyncExternalStore(player.subscribe, player.element, absent)
  const [told, setTold] = useState(() => tell(0))
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
    const frame = requestAnimationFrame(() => {
      const seconds = player.element()?.currentTime
      if (seconds !== undefined) setTold(() => tell(seconds))
    })
    return () => cancelAnimationFrame(frame)
  }, [player, tell])
  useEffect(() => {
    if (!video) return
    let frame = 0
    const run = () => {
      setTold(() => latest.current(video.currentTime))
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
  }, [video])
  return told
}
