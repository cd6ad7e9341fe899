import { mix } from '../palette'
import { between } from '../random'
import { area, gradient, pine, ridgeLine } from '../shapes'
import { atDepth, type Canvas } from '../sky'

/** The ground behind everything: it begins as haze, so that no line shows where the sky ends. */
export function ground(canvas: Canvas, depth: number): string {
  const { stage, horizon, palette } = canvas
  return `<defs>${gradient('ground', [
    [0, palette.horizon],
    [1, atDepth(canvas, depth)],
  ])}</defs><rect y="${horizon}" width="100%" height="${stage.height - horizon}" fill="url(#ground)"/>`
}

/** A ridge with mist at its foot. */
export function ridge(
  canvas: Canvas,
  width: number,
  height: number,
  at: number,
  amplitude: number,
  depth: number,
) {
  const { random, palette } = canvas
  const colour = atDepth(canvas, depth)
  const id = `mist${Math.round(depth * 100)}`
  const line = ridgeLine(random, width, at, amplitude, 0.52)
  const defs = `<defs>${gradient(id, [
    [0, colour],
    [0.3, colour],
    [1, mix(colour, palette.horizon, 0.72 - depth * 0.4)],
  ])}</defs>`
  return defs + area(line, height, `url(#${id})`)
}

export function pines(
  canvas: Canvas,
  width: number,
  height: number,
  at: number,
  tall: number,
): string {
  const { random, stage } = canvas
  const line = ridgeLine(random, width, at, tall * 0.4, 0.4)
  const trees: string[] = []
  for (let x = 0; x < width; x += tall * between(random, 0.08, 0.24)) {
    const ground = line[Math.min(line.length - 1, Math.round((x / width) * (line.length - 1)))]
    const size = tall * between(random, 0.35, 1) * (0.7 + 0.3 * Math.sin(x / (stage.scale * 210)))
    trees.push(pine(random, x, (ground?.[1] ?? at) + size * 0.05, size))
  }
  const colour = atDepth(canvas, 1)
  return `<path d="${trees.join('')}" fill="${colour}"/>${area(line, height, colour)}`
}
