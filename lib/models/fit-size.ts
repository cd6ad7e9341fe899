import type { Bounds } from './limit'
import type { Size } from './output-size'

export type SizeBounds = { side: Bounds; aspect: Bounds; pixels: Bounds }

/** Keeps a padded shape clear of the bound, which rounding to whole pixels would else cross. */
const margin = 1.005

/**
 * The size nearest to the picture's own that is within all bounds: first widened or heightened to
 * an allowed shape (`padded`), then scaled. Sides are multiples of `step`. Null where nothing fits.
 */
export function fitSize(
  { width, height }: Size,
  bounds: SizeBounds,
  step: 1 | 2,
): (Size & { padded: boolean }) | null {
  const shape = padToShape({ width, height }, bounds.aspect)
  const [side, pixels] = [ends(bounds.side), ends(bounds.pixels)]
  const area = shape.width * shape.height
  const grow = Math.max(
    side.min / Math.min(shape.width, shape.height),
    Math.sqrt(pixels.min / area),
    1,
  )
  const shrink = Math.min(
    side.max / Math.max(shape.width, shape.height),
    Math.sqrt(pixels.max / area),
    1,
  )
  const scale = grow > 1 ? grow : shrink
  const exact = { width: shape.width * scale, height: shape.height * scale }
  const ratio = shape.width / shape.height
  const skew = (size: Size) => Math.abs(Math.log(size.width / size.height / ratio))
  const [best] = around(exact.width, step)
    .flatMap((w) => around(exact.height, step).map((h) => ({ width: w, height: h })))
    .filter((size) => isWithin(size, bounds))
    .sort((a, b) => skew(a) - skew(b))
  return best ? { ...best, padded: shape.padded } : null
}

function padToShape({ width, height }: Size, aspect: Bounds): Size & { padded: boolean } {
  const { min, max } = ends(aspect)
  const ratio = width / height
  if (ratio > max) return { width, height: (width / max) * margin, padded: true }
  if (ratio < min) return { width: height * min * margin, height, padded: true }
  return { width, height, padded: false }
}

function isWithin({ width, height }: Size, { side, aspect, pixels }: SizeBounds): boolean {
  return (
    contains(side, width) &&
    contains(side, height) &&
    contains(aspect, width / height) &&
    contains(pixels, width * height)
  )
}

function ends({ min = 0, max = Infinity }: Bounds): { min: number; max: number } {
  return { min, max }
}

function contains(bounds: Bounds, value: number): boolean {
  const { min, max } = ends(bounds)
  return min <= value && value <= max
}

/** The multiples of `step` on both sides of a number; the number alone where it is one. */
function around(value: number, step: number): number[] {
  const low = Math.floor(Number((value / step).toFixed(6))) * step
  const high = Math.ceil(Number((value / step).toFixed(6))) * step
  return low === high ? [low] : [low, high]
}
