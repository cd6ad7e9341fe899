import { strip, type Layer, type Stage } from './layer'
import type { Palette, TimeOfDay } from './palette'
import { mix } from './palette'
import { between, type Random } from './random'
import { glow, gradient, noiseFilter } from './shapes'

/** What the drawers of places share. */
export type Canvas = {
  stage: Stage
  palette: Palette
  time: TimeOfDay
  random: Random
  /** Where sky and land meet. */
  horizon: number
  sun: { x: number; y: number; radius: number }
}

export function createCanvas(
  stage: Stage,
  palette: Palette,
  time: TimeOfDay,
  random: Random,
): Canvas {
  const horizon = stage.height * between(random, 0.56, 0.64)
  const low = time === 'day' || time === 'night' ? 0.45 : 0.16
  const sun = {
    x: stage.width * between(random, 0.25, 0.75),
    y: horizon - stage.height * between(random, low, low + 0.1),
    radius: stage.scale * (time === 'night' ? 340 : 520),
  }
  return { stage, palette, time, random, horizon, sun }
}

/** The colour of things at a distance: 0 is in the haze, 1 stands before us. */
export function atDepth({ palette }: Canvas, depth: number): string {
  return mix(mix(palette.horizon, palette.skyMiddle, 0.55), palette.near, depth)
}

/** Sky, stars and the sun or moon; `ground` fills the rest down to the bottom. */
export function sky(canvas: Canvas, ground: string): Layer {
  const { stage, palette, time, random, horizon, sun } = canvas
  const { width, height, scale } = stage
  const stars = Array.from({ length: time === 'night' ? 160 : 0 }, () => {
    const radius = scale * (0.5 + 1.3 * random() ** 4)
    const opacity = between(random, 0.3, 1).toFixed(2)
    return `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() ** 1.4 * horizon * 0.9).toFixed(0)}" r="${radius.toFixed(1)}" fill="#fff" opacity="${opacity}"/>`
  })
  const core = time === 'night' ? 0.085 : 0.07
  return strip(
    stage,
    { top: 0, bottom: height },
    () =>
      `<defs>${gradient('sky', [
        [0, palette.skyTop],
        [0.62, palette.skyMiddle],
        [1, palette.horizon],
      ])}${glow('sun', palette.light, core)}</defs>
      <rect width="${width}" height="${horizon + 1}" fill="url(#sky)"/>${stars.join('')}
      <circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius}" fill="url(#sun)"/>${ground}`,
  )
}

export function clouds(canvas: Canvas): Layer {
  const { stage, palette, time, random, horizon } = canvas
  const bottom = horizon * 0.96
  const seed = Math.floor(random() * 1000)
  const dx = -stage.step / 4
  return strip(stage, { top: 0, bottom, dx, soft: true }, (width, height) => {
    const noise = { x: 0.0022, y: 0.011, octaves: 5, gain: 3.4, cut: 1.62, seed }
    const scaled = { ...noise, x: noise.x / stage.scale, y: noise.y / stage.scale }
    return `<defs>${noiseFilter('clouds', palette.cloud, scaled)}${gradient('fade', [
      [0, '#ffffff', 0.55],
      [0.6, '#ffffff', 1],
      [1, '#ffffff', 0],
    ])}<mask id="soften"><rect width="${width}" height="${height}" fill="url(#fade)"/></mask></defs>
    <g mask="url(#soften)"><rect width="${width}" height="${height}" filter="url(#clouds)" opacity="${time === 'night' ? 0.35 : 0.75}"/></g>`
  })
}
