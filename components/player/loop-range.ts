/** Seconds; null = the clip's own end on that side. */
export type LoopRange = { from: number | null; to: number | null }

export const wholeClip: LoopRange = { from: null, to: null }

/** Sets one end of the range; an end beyond the other takes the other away. */
export function marked(range: LoopRange, end: 'from' | 'to', at: number): LoopRange {
  const next = { ...range, [end]: at }
  if (next.from === null || next.to === null || next.from < next.to) return next
  return end === 'from' ? { from: at, to: null } : { from: null, to: at }
}

export function isRange({ from, to }: LoopRange): boolean {
  return from !== null || to !== null
}

/** Where playback has to go on, when it has run out of the range; null while it is inside. */
export function wrapped({ from, to }: LoopRange, now: number): number | null {
  const start = from ?? 0
  if (to !== null && now >= to) return start
  return from !== null && now < from - 0.1 ? start : null
}
