import { useEffect, useState, type RefObject } from 'react'

/** The position in seconds, anew with each frame that is shown; only who calls this renders for it. */
export function useCurrentTime(ref: RefObject<HTMLVideoElement | null>): number {
  const [time, setTime] = useState(0)
  useEffect(() => {
    const video = ref.current
    if (!video) return
    let frame = 0
    const read = () => setTime(video.currentTime)
    const run = () => {
      read()
      frame = video.paused ? 0 : requestAnimationFrame(run)
    }
    const start = () => {
      cancelAnimationFrame(frame)
      run()
    }
    const events = ['play', 'seeking', 'seeked', 'timeupdate', 'loadedmetadata']
    for (const event of events) video.addEventListener(event, start)
    return () => {
      cancelAnimationFrame(frame)
      for (const event of events) video.removeEventListener(event, start)
    }
  }, [ref])
  return time
}
