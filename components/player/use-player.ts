import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { isRange, marked, wholeClip, wrapped, type LoopRange } from './loop-range'
import { stepTime } from './timecode'

export type PlayerState = {
  playing: boolean
  /** Seconds; 0 until known. */
  duration: number
  muted: boolean
  /** Negative while J runs it backward. */
  rate: number
  loop: boolean
  range: LoopRange
  failed: boolean
}

export type PlayerCommands = {
  toggle: () => void
  pause: () => void
  /** L and J: forward or backward, pressed again twice as fast, at most four times. */
  shuttle: (direction: 1 | -1) => void
  setRate: (rate: number) => void
  seek: (seconds: number) => void
  jump: (seconds: number) => void
  step: (frames: number) => void
  mark: (end: 'from' | 'to') => void
  clearRange: () => void
  toggleLoop: () => void
  toggleMute: () => void
}

const initial: PlayerState = {
  playing: false,
  duration: 0,
  muted: false,
  rate: 1,
  loop: true,
  range: wholeClip,
  failed: false,
}

/** State and commands of a native video element. Its position is left to `useCurrentTime`. */
export function usePlayer(ref: RefObject<HTMLVideoElement | null>): [PlayerState, PlayerCommands] {
  const [state, setState] = useState(initial)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })

  useEffect(() => {
    const video = ref.current
    if (!video) return
    const read = () =>
      setState((before) => ({
        ...before,
        playing: !video.paused || before.rate < 0,
        duration: Number.isFinite(video.duration) ? video.duration : 0,
        muted: video.muted,
        failed: video.error !== null,
      }))
    const events = ['play', 'pause', 'durationchange', 'loadedmetadata', 'volumechange', 'error']
    for (const event of events) video.addEventListener(event, read)
    const onEnded = () => {
      const { loop, range } = latest.current
      if (!loop) return
      video.currentTime = range.from ?? 0
      void video.play()
    }
    video.addEventListener('ended', onEnded)
    read()
    return () => {
      for (const event of events) video.removeEventListener(event, read)
      video.removeEventListener('ended', onEnded)
    }
  }, [ref])

  useLoopRange(ref, state)
  useReverse(ref, state.rate)

  const commands = useMemo<PlayerCommands>(() => {
    const change = (part: Partial<PlayerState>) => setState((before) => ({ ...before, ...part }))
    const withVideo = (act: (video: HTMLVideoElement) => void) => () => {
      if (ref.current) act(ref.current)
    }
    const setRate = (rate: number) => {
      const video = ref.current
      if (!video) return
      change({ rate, playing: rate < 0 || !video.paused })
      if (rate > 0) video.playbackRate = rate
    }
    const seek = (seconds: number) => {
      const video = ref.current
      if (video) video.currentTime = Math.min(Math.max(0, seconds), video.duration || 0)
    }
    const pause = withVideo((video) => {
      setRate(1)
      video.pause()
    })
    return {
      pause,
      setRate,
      seek,
      toggle: withVideo((video) => {
        if (latest.current.rate < 0 || !video.paused) pause()
        else void video.play()
      }),
      shuttle: (direction) => {
        const video = ref.current
        if (!video) return
        const { rate, playing } = latest.current
        const again = playing && Math.sign(rate) === direction
        setRate(again ? direction * Math.min(4, Math.abs(rate) * 2) : direction)
        if (direction > 0) void video.play()
        else video.pause()
      },
      jump: (seconds) => seek((ref.current?.currentTime ?? 0) + seconds),
      step: (frames) => {
        pause()
        const video = ref.current
        if (video) seek(stepTime(video.currentTime, frames, video.duration || 0))
      },
      mark: (end) => {
        const at = ref.current?.currentTime ?? 0
        setState((before) => ({ ...before, loop: true, range: marked(before.range, end, at) }))
      },
      clearRange: () => change({ range: wholeClip }),
      toggleLoop: () => setState((before) => ({ ...before, loop: !before.loop })),
      toggleMute: withVideo((video) => {
        video.muted = !video.muted
      }),
    }
  }, [ref])

  return [state, commands]
}

function useLoopRange(ref: RefObject<HTMLVideoElement | null>, state: PlayerState): void {
  const { loop, range, playing } = state
  useEffect(() => {
    if (!loop || !playing || !isRange(range)) return
    let frame = requestAnimationFrame(function watch() {
      const video = ref.current
      const back = video && wrapped(range, video.currentTime)
      if (video && back !== null) video.currentTime = back
      frame = requestAnimationFrame(watch)
    })
    return () => cancelAnimationFrame(frame)
  }, [ref, loop, range, playing])
}

/** No browser plays backward: the position is walked back in real time instead. */
function useReverse(ref: RefObject<HTMLVideoElement | null>, rate: number): void {
  useEffect(() => {
    if (rate >= 0) return
    let before = performance.now()
    let frame = requestAnimationFrame(function walk(now) {
      const video = ref.current
      if (video && !video.seeking) {
        video.currentTime = Math.max(0, video.currentTime + ((now - before) / 1000) * rate)
        before = now
      }
      frame = requestAnimationFrame(walk)
    })
    return () => cancelAnimationFrame(frame)
  }, [ref, rate])
}
