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
  /** A clip that is not here yet begins there. */
  seek: (seconds: number) => void
  jump: (seconds: number) => void
  step: (frames: number) => void
  mark: (end: 'from' | 'to') => void
  clearRange: () => void
  toggleLoop: () => void
  toggleMute: () => void
}

export type Player = PlayerCommands & {
  state: () => PlayerState
  subscribe: (listener: () => void) => () => void
  element: () => HTMLVideoElement | null
  /** A ref for the video element; what it returns lets go of it again. */
  attach: (video: HTMLVideoElement) => () => void
}

export type ClipPlayer = Player & {
  /** Loops over the range from now on. */
  setRange: (range: LoopRange) => void
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

const watched = ['play', 'pause', 'durationchange', 'loadedmetadata', 'volumechange', 'error']

/** State and commands of one native video element. Its position is left to `useCurrentTime`. */
export function createPlayer(): ClipPlayer {
  const listeners = new Set<() => void>()
  let state = initial
  let video: HTMLVideoElement | null = null
  let frame = 0
  let before = 0
  /** Where to go as soon as the clip's length is known. */
  let wanted: number | null = null

  const change = (part: Partial<PlayerState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
    if (frame === 0 && needsWatch()) frame = requestAnimationFrame(watch)
  }

  const read = () => {
    if (!video) return
    change({
      playing: !video.paused || state.rate < 0,
      duration: Number.isFinite(video.duration) ? video.duration : 0,
      muted: video.muted,
      failed: video.error !== null,
    })
    if (wanted !== null && video.duration > 0) seek(wanted)
  }

  const needsWatch = () =>
    video !== null && state.playing && (state.rate < 0 || (state.loop && isRange(state.range)))

  /** Keeps playback inside the range, and walks backward in real time, which no browser can do itself. */
  const watch = (now: number) => {
    const passed = before === 0 ? 0 : (now - before) / 1000
    const waiting = state.rate < 0 && video?.seeking
    if (!waiting) before = now
    if (video && state.rate < 0 && !waiting) {
      video.currentTime = Math.max(0, video.currentTime + passed * state.rate)
    } else if (video && state.loop) {
      const back = wrapped(state.range, video.currentTime)
      if (back !== null) video.currentTime = back
    }
    const more = needsWatch()
    if (!more) before = 0
    frame = more ? requestAnimationFrame(watch) : 0
  }

  const onEnded = () => {
    if (!video || !state.loop) return
    video.currentTime = state.range.from ?? 0
    void video.play()
  }

  const setRate = (rate: number) => {
    if (!video) return
    if (rate > 0) video.playbackRate = rate
    change({ rate, playing: rate < 0 || !video.paused })
  }

  const pause = () => {
    setRate(1)
    video?.pause()
  }

  const seek = (seconds: number) => {
    wanted = seconds
    if (!video || !(video.duration > 0)) return
    wanted = null
    video.currentTime = Math.min(Math.max(0, seconds), video.duration)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    element: () => video,
    attach: (element) => {
      video = element
      for (const event of watched) element.addEventListener(event, read)
      element.addEventListener('ended', onEnded)
      change({})
      return () => {
        for (const event of watched) element.removeEventListener(event, read)
        element.removeEventListener('ended', onEnded)
        cancelAnimationFrame(frame)
        frame = 0
        video = null
        change({})
      }
    },
    pause,
    setRate,
    seek,
    toggle: () => {
      if (!video) return
      if (state.rate < 0 || !video.paused) pause()
      else void video.play()
    },
    shuttle: (direction) => {
      if (!video) return
      const again = state.playing && Math.sign(state.rate) === direction
      if (direction < 0) video.pause()
      setRate(again ? direction * Math.min(4, Math.abs(state.rate) * 2) : direction)
      if (direction > 0) void video.play()
    },
    jump: (seconds) => seek((video?.currentTime ?? 0) + seconds),
    step: (frames) => {
      pause()
      if (video) seek(stepTime(video.currentTime, frames, video.duration || 0))
    },
    mark: (end) => change({ loop: true, range: marked(state.range, end, video?.currentTime ?? 0) }),
    setRange: (range) => change({ loop: true, range }),
    clearRange: () => change({ range: wholeClip }),
    toggleLoop: () => change({ loop: !state.loop }),
    toggleMute: () => {
      if (video) video.muted = !video.muted
    },
  }
}
