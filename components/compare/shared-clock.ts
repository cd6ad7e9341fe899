import { marked, wholeClip } from '@/components/player/loop-range'
import type { Player, PlayerState } from '@/components/player/player'
import { stepTime } from '@/components/player/timecode'
import { endOf, readClip, tellingEvents } from './clip-now'
import { isOver, leaderOf, nextOrder, placeIn, type Want } from './clock-order'
import { namedRefs } from './named-refs'
import { createPictureWall } from './picture-wall'

export type ClockState = PlayerState & {
  /** The clip whose sound is heard. */
  heard: string | null
  /** Clips are on their way to where they have to be. */
  gathering: boolean
}

/** A player of several clips at once; `attach` is for one without a name. `element` is the one that leads. */
export type SharedClock = Omit<Player, 'state'> & {
  state: () => ClockState
  /** A ref for the clip's video element. The same function for the same clip. */
  attachAs: (id: string) => (video: HTMLVideoElement) => () => void
  /** A ref for the canvas over it. The same function for the same clip. */
  paintAs: (id: string) => (canvas: HTMLCanvasElement) => () => void
  hear: (id: string) => void
}

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

/** So many looks, and a clip whose frames do not lie where they should is believed to have come. */
const patience = 30

/**
 * One clock for up to four native video elements. What to do is decided by `nextOrder`, whenever an
 * element tells of a change and before each picture while they play; here it is done.
 */
export function createSharedClock(heard: string | null): SharedClock {
  const listeners = new Set<() => void>()
  const videos = new Map<string, HTMLVideoElement>()
  const wall = createPictureWall()
  let state: ClockState = { ...initial, heard }
  let goal: number | null = 0
  /** Where to go from there: people who drag see the places that all clips have come to meanwhile. */
  let next: number | null = null
  let frame = 0
  /** How often it was looked what clips show, since all of them stand where they were told to. */
  let looks = 0
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
    return all[leaderOf(all.map(readClip))] ?? all[0] ?? null
  }
  const now = () => next ?? goal ?? element()?.currentTime ?? 0

  const tune = () => {
    for (const [id, video] of videos) video.muted = state.muted || id !== state.heard
  }

  const gather = (at: number, then: number | null = null) => {
    goal = at
    next = then
    looks = 0
    for (const [id, video] of videos) {
      const place = placeIn(readClip(video).length, at)
      video.pause()
      video.playbackRate = Math.max(state.rate, 0.5)
      if (Math.abs(video.currentTime - place) <= 1e-3) continue
      wall.leave(id)
      video.currentTime = place
    }
  }

  const start = () => {
    goal = null
    for (const video of videos.values()) {
      if (isOver(readClip(video))) continue
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
    const clips = [...videos].map(([id, video]) => {
      const shown = looks > patience || wall.shows(id, video.currentTime)
      return { ...readClip(video), shown }
    })
    const { playing, rate, loop, range } = state
    const want: Want = { playing, rate, loop, range, goal }
    const order = nextOrder(want, clips)
    const arrived = order.kind === 'start' || order.kind === 'rest'
    if (next !== null && arrived) gather(next)
    else if (order.kind === 'gather') gather(order.at, next)
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
    const idle = !state.playing && (goal === null || state.failed)
    if (frame === 0 && !idle) frame = requestAnimationFrame(tick)
  }

  const look = () => {
    if (![...videos.values()].some(({ seeking }) => seeking)) looks += 1
    const clips = [...videos].map(([id, video]) => ({ id, video, now: readClip(video) }))
    wall.look(
      clips
        .filter(({ now }) => !now.failed)
        .map(({ id, video, now }) => ({ id, video, end: endOf(now) })),
    )
  }

  /** Before each picture. Backward it places the clips anew, as soon as they have arrived. */
  const tick = (moment: number) => {
    frame = 0
    look()
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
    const at = Math.min(Math.max(0, seconds), state.duration)
    if (goal === null) gather(at)
    else next = at
    act()
  }

  const go = (rate: number) => {
    const leader = element()
    const ended = rate > 0 && leader !== null && isOver(readClip(leader))
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
    if (state.playing && goal === null && video.paused && !isOver(readClip(video))) pause()
  }

  const attachAs = namedRefs((id, video: HTMLVideoElement) => {
    videos.set(id, video)
    for (const event of tellingEvents) video.addEventListener(event, act)
    video.addEventListener('pause', onPause)
    tune()
    gather(now())
    act()
    return () => {
      for (const event of tellingEvents) video.removeEventListener(event, act)
      video.removeEventListener('pause', onPause)
      videos.delete(id)
      if (videos.size > 0) return
      cancelAnimationFrame(frame)
      frame = 0
    }
  })

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    element,
    attach: attachAs(''),
    attachAs,
    paintAs: namedRefs(wall.attach),
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
