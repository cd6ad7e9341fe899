import { useRef, useState } from 'react'

/** Plays a stretch of a clip or a sound and stops at its end; shows any moment of it at rest. */
export function usePart(start: number, end: number) {
  const player = useRef<HTMLVideoElement>(null)
  const [playing, setPlaying] = useState(false)
  return {
    player,
    playing,
    /** Seconds. */
    show(at: number) {
      const element = player.current
      if (element === null) return
      element.pause()
      element.currentTime = at
    },
    toggle() {
      const element = player.current
      if (element === null) return
      if (playing) return element.pause()
      if (element.currentTime < start || element.currentTime >= end) element.currentTime = start
      void element.play().then(
        () => setPlaying(true),
        () => setPlaying(false),
      )
    },
    onTimeUpdate() {
      const element = player.current
      if (element !== null && playing && element.currentTime >= end) element.pause()
    },
    onPause: () => setPlaying(false),
  }
}
