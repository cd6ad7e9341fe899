import { strip, type Layer } from '../layer'
import { mix } from '../palette'
import { gradient, noiseFilter } from '../shapes'
import type { Canvas } from '../sky'

/** Water from the horizon down, with the light's path on it. */
export function water({ stage, palette, horizon, sun }: Canvas): string {
  const { width, height } = stage
  return `<defs>${gradient('water', [
    [0, mix(palette.horizon, palette.water, 0.35)],
    [0.25, palette.water],
    [1, mix(palette.water, palette.near, 0.6)],
  ])}<radialGradient id="path"><stop offset="0" stop-color="${palette.light}" stop-opacity="0.75"/><stop offset="1" stop-color="${palette.light}" stop-opacity="0"/></radialGradient></defs>
  <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#water)"/>
  <clipPath id="surface"><rect y="${horizon}" width="${width}" height="${height}"/></clipPath>
  <ellipse cx="${sun.x}" cy="${horizon}" rx="${sun.radius * 0.42}" ry="${(height - horizon) * 0.95}" fill="url(#path)" clip-path="url(#surface)"/>`
}

/** Glitter on water: stretched noise, coarser towards us. */
export function glints(
  canvas: Canvas,
  from: number,
  to: number,
  dx: number,
  coarse: number,
): Layer {
  const { stage, palette, random, horizon } = canvas
  const top = horizon + (stage.height - horizon) * from
  const bottom = horizon + (stage.height - horizon) * to
  const seed = Math.floor(random() * 1000)
  const noise = {
    x: 0.006 / coarse / stage.scale,
    y: 0.085 / coarse / stage.scale,
    octaves: 3,
    gain: 6,
    cut: 3.5,
    seed,
  }
  return strip(stage, { top, bottom, dx, soft: coarse > 1 }, (w, h) => {
    const colour = mix(palette.light, palette.horizon, 0.4)
    return `<defs>${noiseFilter('glints', colour, noise)}${gradient('edge', [
      [0, '#ffffff', 0.1],
      [0.25, '#ffffff', 0.7],
      [0.8, '#ffffff', 0.5],
      [1, '#ffffff', 0],
    ])}<mask id="edges"><rect width="${w}" height="${h}" fill="url(#edge)"/></mask></defs>
    <g mask="url(#edges)"><rect width="${w}" height="${h}" filter="url(#glints)" opacity="0.8"/></g>`
  })
}
