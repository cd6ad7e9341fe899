/** The shapes a clip is known by, from the widest to the tallest. */
export const clipRatios = ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16'] as const
export type ClipRatio = (typeof clipRatios)[number]

/** Width divided by height. */
export function valueOf(ratio: ClipRatio): number {
  const [width, height] = ratio.split(':').map(Number) as [number, number]
  return width / height
}

/** The shape nearest to a clip's own: official sizes are rounded, and material may have any shape. */
export function nearestRatio(width: number, height: number): ClipRatio {
  const value = width / height
  return clipRatios.find((ratio) => value >= lowest(ratio)) ?? '9:16'
}

/** Shapes from `min` (included) up to `max` (not included; null: no end) are nearest to this one. */
export function boundsOf(ratio: ClipRatio): { min: number; max: number | null } {
  const wider = clipRatios[clipRatios.indexOf(ratio) - 1]
  return { min: lowest(ratio), max: wider ? lowest(wider) : null }
}

/** Half-way to the next taller shape, as one sees it: the geometric mean. */
function lowest(ratio: ClipRatio): number {
  const taller = clipRatios[clipRatios.indexOf(ratio) + 1]
  return taller ? Math.sqrt(valueOf(ratio) * valueOf(taller)) : 0
}
