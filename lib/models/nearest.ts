import type { Model } from './capabilities'

const tiers: readonly string[] = ['480p', '720p', '1080p', '2k', '4k']

/** The resolution itself, else the next lower one that the model has, else the next higher. */
export function nearestResolution(wanted: string, { resolution }: Model): string {
  if (wanted === '' || resolution.values.some((value) => value === wanted)) return wanted
  const place = tiers.indexOf(wanted)
  const offered = (tier: string) => resolution.values.some((value) => value === tier)
  if (place === -1) return resolution.default
  return tiers.slice(0, place).findLast(offered) ?? tiers.slice(place).find(offered) ?? wanted
}

/**
 * The ratio itself, else the one of the closest shape; of two equally close ones the one that keeps
 * landscape or portrait. `Adaptive` has no shape of its own and gives way to the model's default.
 */
export function nearestRatio(wanted: string, { ratio }: Model): string {
  if (wanted === '' || ratio.values.some((value) => value === wanted)) return wanted
  const target = shapeOf(wanted)
  if (target === null) return ratio.default
  const distance = (value: string) => {
    const shape = shapeOf(value)
    if (shape === null) return Infinity
    const turned = Math.sign(shape) === Math.sign(target) ? 0 : 1e-9
    return Math.abs(shape - target) + turned
  }
  return ratio.values.reduce<string>(
    (best, value) => (distance(value) < distance(best) ? value : best),
    ratio.default,
  )
}

/** Above 0 for landscape, below for portrait, the same for a shape and its turn; null for Adaptive. */
function shapeOf(ratio: string): number | null {
  const [width, height] = ratio.split(':').map(Number)
  return width && height ? Math.log(width / height) : null
}
