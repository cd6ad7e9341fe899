import { strip, type Layer } from '../layer'
import { between } from '../random'
import { building } from '../shapes'
import { atDepth, clouds, sky, type Canvas } from '../sky'
import { ground } from './land'

function skyline(canvas: Canvas, dx: number, tall: number, wide: number, depth: number): Layer {
  const { stage, random, time } = canvas
  const window = time === 'day' ? '#dfefff' : '#ffd694'
  return strip(stage, { top: stage.height - tall, bottom: stage.height, dx }, (w, h) => {
    const wall = atDepth(canvas, depth)
    const parts: string[] = []
    for (let x = -wide * random(); x < w;) {
      const width = wide * between(random, 0.6, 1.5)
      const box = { x, top: h * between(random, 0.05, 0.6), width, bottom: h }
      parts.push(building(random, box, { wall, window }, 4 * stage.scale + wide * 0.035))
      x += width * between(random, 0.94, 1.12)
    }
    return parts.join('')
  })
}

export function city(canvas: Canvas): Layer[] {
  const { stage } = canvas
  const { height, scale, step } = stage
  return [
    sky(canvas, ground(canvas, 0.2)),
    clouds(canvas),
    skyline(canvas, -step / 6, height * 0.62, 62 * scale, 0.28),
    skyline(canvas, -step / 3, height * 0.5, 110 * scale, 0.55),
    skyline(canvas, -step, height * 0.3, 230 * scale, 0.92),
  ]
}
