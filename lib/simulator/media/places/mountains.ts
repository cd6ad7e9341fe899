import { strip, type Layer } from '../layer'
import { clouds, sky, type Canvas } from '../sky'
import { ground, pines, ridge } from './land'

export function mountains(canvas: Canvas): Layer[] {
  const { stage, horizon } = canvas
  const { height, scale, step } = stage
  const rise = (height - horizon) * 0.34
  return [
    sky(canvas, ground(canvas, 0.4)),
    clouds(canvas),
    strip(stage, { top: horizon - 190 * scale, bottom: height * 0.9, dx: -step / 6 }, (w, h) => {
      const first = ridge(canvas, w, h, 130 * scale, 100 * scale, 0.2)
      return first + ridge(canvas, w, h, 190 * scale + rise * 0.4, 70 * scale, 0.38)
    }),
    strip(stage, { top: horizon - 40 * scale, bottom: height, dx: -step / 3 }, (w, h) => {
      const first = ridge(canvas, w, h, 90 * scale + rise * 0.5, 85 * scale, 0.58)
      return first + ridge(canvas, w, h, 130 * scale + rise * 1.15, 60 * scale, 0.78)
    }),
    strip(stage, { top: height - 230 * scale, bottom: height, dx: -step }, (w, h) =>
      pines(canvas, w, h, 165 * scale, 150 * scale),
    ),
  ]
}
