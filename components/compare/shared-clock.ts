import { marked, wholeClip } from '@/components/player/loop-range'
import type { Player, PlayerState } from '@/components/player/player'
import { stepTime } from '@/components/player/timecode'
import { isOver, leaderOf, nextOrder, placeIn, type ClipNow, type Want } from './clock-order'

export type ClockState = PlayerState & {
  /** The clip whose sound is heard. */
  heard: string | null
  /** Clips are on their way to where they have to be. */
  gathering: boolean
}

/** A player of several clips at once; `attach` is for one without a name. `element` is the one that leads. */
export type SharedClock = Player & {
  state: () => ClockState
  /** A ref for the clip's video element. The same function for the same clip. */
  attachAs: (id: string) => (video: HTMLVideoElement) => () => void
  hear: (id: string) => void
}

type Attach = (video: HTMLVideoElement) => () => void

const watched = [
  'loadedmetadata',
  'durationchange',
  'canplay',
  'seeked',
  'waiting',
  'ended',
  'error',
  'playing',
]

const initial: ClockState = {
  playing: false,
  duration: 0,
  muted: false,
  rate: 1,
  loop: true,
  range: wholeClip,
  failed: false,
  heard: null,
  gathering: true,
}

function read(video: HTMLVideoElement): ClipNow {
  const length = Number.isFinite(video.duration) ? video.duration : 0
  const at = video.currentTime
  const enough = isOver({ at, length }) ? video.HAVE_CURRENT_DATA : video.HAVE_FUTURE_DATA
  return {
    at,
    length,
    ready: !video.seeking && video.readyState >= enough,
    moving: !video.paused && !video.ended,
    failed: video.error !== null,
  }
}

/**
 * One clock for up to four native video elements. What to do is decided by `nextOrder`, whenever an
 * element tells of a change and before each picture while they play; here it is done.
 */
export function createSharedClock(heard: string | null): SharedClock {
  const listeners = new Set<() => void>()
  const videos = new Map<string, HTMLVideoElement>()
  const attachments = new Map<string, Attach>()
  let state: ClockState = { ...initial, heard }
  let goal: number | null = 0
  let frame = 0
  /** Where and when it began to run backward. */
  let turned: { at: number; moment: number } | null = null

  const change = (part: Partial<ClockState>) => {
    const next = { ...state, ...part }
    const news = Object.keys(part).some(
      (key) => next[key as keyof ClockState] !== state[key as keyof ClockState],
    )
    state = next
    if (news) for (const listener of listeners) listener()
  }

  const element = () => {
    const all = [...videos.values()]
    return all[leaderOf(all.map(read))] ?? all[0] ?? null
  }
  const now = () => goal ?? element()?.currentTime ?? 0

  const tune = () => {
    for (const [id, video] of videos) video.muted = state.muted || id !== state.heard
  }

  const gather = (at: number) => {
    goal = at
    for (const video of videos.values()) {
      const place = placeIn(read(video).length, at)
      video.pause()
      video.playbackRate = Math.max(state.rate, 0.5)
      if (Math.abs(video.currentTime - place) > 1e-3) video.currentTime = place
    }
  }

  const start = () => {
    goal = null
    for (const video of videos.values()) {
      if (isOver(read(video))) continue
      video.play().catch((error: DOMException) => {
        // A browser that wants a press first; being stopped again by the next order is no news.
        if (error.name === 'NotAllowedError') pause()
      })
    }
  }

  const steer = (rates: readonly number[]) => {
    for (const [at, video] of [...videos.values()].entries()) {
      const rate = rates[at] ?? state.rate
      if (Math.abs(video.playbackRate - rate) > 0.002) video.playbackRate = rate
    }
  }

  const act = () => {
    const clips = [...videos.values()].map(read)
    const { playing, rate, loop, range } = state
    const want: Want = { playing, rate, loop, range, goal }
    const order = nextOrder(want, clips)
    if (order.kind === 'gather') gather(order.at)
    else if (order.kind === 'start') start()
    else if (order.kind === 'steer') steer(order.rates)
    else if (order.kind === 'rest') {
      goal = null
      if (rate > 0) change({ playing: false })
    }
    change({
      gathering: goal !== null,
      duration: Math.max(0, ...clips.map(({ length }) => length)),
      failed: clips.length > 0 && clips.every(({ failed }) => failed),
    })
    if (frame === 0 && state.playing) frame = requestAnimationFrame(tick)
  }

  /** Before each picture. Backward it places the clips anew, as soon as they have arrived. */
  const tick = (moment: number) => {
    frame = 0
    if (state.playing && state.rate < 0 && goal === null) {
      turned ??= { at: now(), moment }
      const at = Math.max(0, turned.at + ((moment - turned.moment) / 1000) * state.rate)
      if (at === 0) change({ playing: false, rate: 1 })
      gather(at)
    }
    act()
  }

  const seek = (seconds: number) => {
    turned = null
    gather(Math.min(Math.max(0, seconds), state.duration))
    act()
  }

  const go = (rate: number) => {
    const leader = element()
    const ended = rate > 0 && leader !== null && isOver(read(leader))
    const from = ended ? (state.range.from ?? 0) : now()
    const anew = !state.playing || state.rate < 0 || rate < 0
    turned = null
    change({ playing: true, rate })
    if (anew) gather(from)
    act()
  }

  const pause = () => {
    const at = now()
    change({ playing: false, rate: state.rate < 0 ? 1 : state.rate })
    gather(at)
    act()
  }

  /** Somebody else stopped it: a key of the keyboard, the browser. */
  const onPause = (event: Event) => {
    const video = event.currentTarget as HTMLVideoElement
    if (state.playing && goal === null && video.paused && !isOver(read(video))) pause()
  }

  const attachAs = (id: string): Attach => {
    const known = attachments.get(id)
    if (known) return known
    const attach: Attach = (video) => {
      videos.set(id, video)
      for (const event of watched) video.addEventListener(event, act)
      video.addEventListener('pause', onPause)
      tune()
      gather(now())
      act()
      return () => {
        for (const event of watched) video.removeEventListener(event, act)
        video.removeEventListener('pause', onPause)
        videos.delete(id)
        if (videos.size > 0) return
        cancelAnimationFrame(frame)
        frame = 0
      }
    }
    attachments.set(id, attach)
    return attach
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    element,
    attach: attachAs(''),
    attachAs,
    pause,
    seek,
    hear: (id) => {
      change({ heard: id, muted: false })
      tune()
    },
    toggle: () => (state.playing ? pause() : go(Math.abs(state.rate))),
    setRate: (rate) => {
      change({ rate })
      act()
    },
    shuttle: (direction) => {
      const again = state.playing && Math.sign(state.rate) === direction
      go(again ? direction * Math.min(4, Math.abs(state.rate) * 2) : direction)
    },
    jump: (seconds) => seek(now() + seconds),
    step: (frames) => {
      change({ playing: false, rate: Math.abs(state.rate) })
      seek(stepTime(now(), frames, state.duration))
    },
    mark: (end) => change({ loop: true, range: marked(state.range, end, now()) }),
    clearRange: () => change({ range: wholeClip }),
    toggleLoop: () => change({ loop: !state.loop }),
    toggleMute: () => {
      change({ muted: !state.muted })
      tune()
    },
  }
}
