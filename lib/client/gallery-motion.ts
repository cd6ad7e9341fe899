/** Faster than this (pixels a millisecond) nobody looks at a clip, so it has neither picture nor words. */
const fast = 2.6
const restMs = 90
/** Clips that get their picture and their words in one frame, so that coming to rest is no long task. */
const perFrame = 8

let isFast = false
let timer: ReturnType<typeof setTimeout> | undefined
let waiting = new Set<() => void>()

/** Hears how fast the page scrolls. */
export function moved(speed: number): void {
  clearTimeout(timer)
  timer = setTimeout(atRest, restMs)
  isFast = speed > fast
  if (!isFast) release()
}

export function atRest(): void {
  isFast = false
  release()
}

export function isFlying(): boolean {
  return isFast
}

/** Calls back once, when the page is slow enough to be looked at; returns how to take that back. */
export function whenSlow(call: () => void): () => void {
  waiting.add(call)
  return () => waiting.delete(call)
}

function release(): void {
  if (waiting.size === 0 || isFast) return
  const now = [...waiting].slice(0, perFrame)
  waiting = new Set([...waiting].slice(perFrame))
  for (const call of now) call()
  if (waiting.size > 0) requestAnimationFrame(release)
}
