import { wrapped, type LoopRange } from '@/components/player/loop-range'
import { frameOf, frameRate } from '@/components/player/timecode'

/** One clip as it stands at this moment. Times in seconds. */
export type ClipNow = {
  at: number
  /** 0 until known. */
  length: number
  /** It is where it was told to go, and could go on from there. */
  ready: boolean
  /** What people see of it is the frame of `at`. */
  shown: boolean
  moving: boolean
  failed: boolean
}

/** All of it but what people see. */
export type Standing = Omit<ClipNow, 'shown'>

/** What the people at the clock want. */
export type Want = {
  playing: boolean
  /** Negative while it runs backward, which is done by placing. */
  rate: number
  loop: boolean
  range: LoopRange
  /** Where all clips have to be before anything else happens; null once they are. */
  goal: number | null
}

/** What is to be done with the clips now. */
export type Order =
  | { kind: 'wait' }
  /** All stop and go to this moment, each at most to its own last frame. */
  | { kind: 'gather'; at: number }
  /** All are where they have to be: those with something left set off together. */
  | { kind: 'start' }
  | { kind: 'rest' }
  /** Each goes at its own rate, so that it comes back to the leader. */
  | { kind: 'steer'; rates: number[] }

const frame = 1 / frameRate
/** Two times this close are the same. */
const same = frame / 8
/** Drift below it is left alone: the clocks of two clips cannot be read more exactly. */
const slack = 0.004
/** Above it no rate brings a clip back before people see it. */
const lost = 0.25
/** Drift is gone in about a third of a second, by at most a quarter of the rate. */
const pull = 3
const mostPull = 0.25

/** The clip that the others follow: the longest, because it is there to the end. -1 without one. */
export function leaderOf(clips: readonly Pick<ClipNow, 'length' | 'failed'>[]): number {
  return clips.reduce(
    (best, { length, failed }, at) =>
      !failed && length > (clips[best]?.length ?? 0) + same ? at : best,
    -1,
  )
}

/** Where a clip stands when the clock is at that moment: in the middle of a frame, the last if it is shorter. */
export function placeIn(length: number, at: number): number {
  const last = Math.max(0, Math.ceil(length * frameRate - 0.01) - 1)
  return (Math.min(last, frameOf(at)) + 0.5) * frame
}

/** Nothing is left of it to play. */
export function isOver({ at, length }: Pick<ClipNow, 'at' | 'length'>): boolean {
  return at > length - frame
}

/** Decides what keeps the clips together. Pure: the clock asks it whenever something has changed. */
export function nextOrder(want: Want, clips: readonly ClipNow[]): Order {
  const leader = clips[leaderOf(clips)]
  const sound = clips.filter(({ failed }) => !failed)
  if (!leader || sound.some(({ length }) => length === 0)) return { kind: 'wait' }
  return want.goal === null ? goOn(want, leader, clips) : reach(want, want.goal, sound)
}

function reach(want: Want, goal: number, clips: readonly ClipNow[]): Order {
  const away = clips.some(
    ({ at, length, moving }) => moving || Math.abs(at - placeIn(length, goal)) > same,
  )
  if (away) return { kind: 'gather', at: goal }
  if (clips.some(({ ready, shown }) => !ready || !shown)) return { kind: 'wait' }
  return { kind: want.playing && want.rate > 0 ? 'start' : 'rest' }
}

function goOn(want: Want, leader: ClipNow, clips: readonly ClipNow[]): Order {
  if (!want.playing || want.rate < 0) return { kind: 'rest' }
  const start = want.range.from ?? 0
  if (want.loop) {
    const back = wrapped(want.range, leader.at)
    if (back !== null) return { kind: 'gather', at: back }
  }
  if (isOver(leader) && !leader.moving) {
    return want.loop ? { kind: 'gather', at: start } : { kind: 'rest' }
  }
  const others = clips.filter((clip) => !clip.failed && !isOver(clip))
  const astray = others.some(
    ({ at, ready, moving }) => !ready || !moving || Math.abs(at - leader.at) > lost,
  )
  if (astray) return { kind: 'gather', at: leader.at }
  return { kind: 'steer', rates: clips.map(({ at }) => steered(want.rate, at - leader.at)) }
}

function steered(rate: number, drift: number): number {
  if (Math.abs(drift) < slack) return rate
  return rate * (1 - Math.min(mostPull, Math.max(-mostPull, drift * pull)))
}
