import { strip, type Layer } from '../layer'
import { mix } from '../palette'
import { area, gradient, ridgeLine } from '../shapes'
import { atDepth, clouds, sky, type Canvas } from '../sky'
import { glints, water } from './water'

export function sea(canvas: Canvas): Layer[] {
  const { stage, horizon, palette, random } = canvas
  const { height, scale, step } = stage
  return [
    sky(canvas, water(canvas)),
    clouds(canvas),
    strip(stage, { top: horizon - 60 * scale, bottom: horizon + 2, dx: -step / 6 }, (w, h) =>
      area(
        ridgeLine(random, w, h + 14 * scale, 48 * scale, 0.5).map(([x, y]) => [x, Math.min(y, h)]),
        h,
        atDepth(canvas, 0.3),
      ),
    ),
    glints(canvas, 0, 0.45, step / 3, 0.7),
    glints(canvas, 0.12, 1, -step / 2, 2.2),
    strip(stage, { top: height - 150 * scale, bottom: height, dx: -step }, (w, h) => {
      const swell = Array.from({ length: Math.ceil(w / 6) + 1 }, (_, i) => {
        const x = (i * 6) / scale
        const y = 62 + 26 * Math.sin(x / 260) + 13 * Math.sin(x / 97 + 1) + 4 * Math.sin(x / 31)
        return [i * 6, y * scale] as const
      })
      return `<defs>${gradient('swell', [
        [0, mix(palette.water, palette.light, 0.16)],
        [0.3, mix(palette.water, palette.near, 0.3)],
        [1, mix(palette.water, palette.near, 0.75)],
      ])}</defs>${area(swell, h, 'url(#swell)')}`
    }),
  ]
}
