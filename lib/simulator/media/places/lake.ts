import { strip, type Layer } from '../layer'
import { clouds, sky, type Canvas } from '../sky'
import { pines, ridge } from './land'
import { glints, water } from './water'

export function lake(canvas: Canvas): Layer[] {
  const { stage, horizon } = canvas
  const { height, scale, step } = stage
  return [
    sky(canvas, water(canvas)),
    clouds(canvas),
    strip(stage, { top: horizon - 170 * scale, bottom: horizon + 2, dx: -step / 6 }, (w, h) => {
      const first = ridge(canvas, w, h, 80 * scale, 70 * scale, 0.3)
      return first + ridge(canvas, w, h, 140 * scale, 40 * scale, 0.55)
    }),
    glints(canvas, 0, 0.5, step / 4, 0.8),
    glints(canvas, 0.15, 1, -step / 4, 2.4),
    strip(stage, { top: height - 120 * scale, bottom: height, dx: -step }, (w, h) =>
      pines(canvas, w, h, 110 * scale, 85 * scale),
    ),
  ]
}
