import { strip, type Layer } from '../layer'
import { mix } from '../palette'
import { between } from '../random'
import { area, gradient, ridgeLine, trunk } from '../shapes'
import { atDepth, sky, type Canvas } from '../sky'
import { ground } from './land'

function trunks(canvas: Canvas, dx: number, girth: number, gap: number, depth: number): Layer {
  const { stage, random } = canvas
  return strip(stage, { top: 0, bottom: stage.height, dx }, (w, h) => {
    const parts: string[] = []
    for (let x = gap * random(); x < w + girth; x += gap * between(random, 0.4, 1.6)) {
      parts.push(trunk(random, x, h, girth * between(random, 0.5, 1.2)))
    }
    const colour = atDepth(canvas, depth)
    const floor = ridgeLine(random, w, h * (0.77 + depth * 0.18), 15 * stage.scale, 0.58)
    return `<path d="${parts.join('')}" fill="${colour}"/>${area(floor, h, colour)}`
  })
}

export function forest(open: Canvas): Layer[] {
  const { stage, sun, random } = open
  const palette = {
    ...open.palette,
    skyTop: mix(open.palette.skyTop, '#7fa08a', 0.55),
    skyMiddle: mix(open.palette.skyMiddle, '#a9c2a2', 0.55),
    near: mix(open.palette.near, '#12301f', 0.7),
  }
  const canvas = { ...open, palette }
  const { height, scale, step } = stage
  const shafts = Array.from({ length: 9 }, () => {
    const x = sun.x + between(random, -1, 1) * sun.radius * 0.5
    const foot = sun.x + (x - sun.x) * 4 + between(random, -40, 40) * scale
    const wide = between(random, 25, 80) * scale
    return `<path d="M${x} -20L${foot + wide} ${height}H${foot - wide}Z" fill="url(#shaft)"/>`
  })
  const light = `<defs>${gradient('shaft', [
    [0, palette.light, 0.34],
    [1, palette.light, 0],
  ])}</defs>${shafts.join('')}`
  return [
    sky(canvas, ground(canvas, 0.2) + light),
    trunks(canvas, -step / 6, 15 * scale, 46 * scale, 0.24),
    trunks(canvas, -step / 3, 34 * scale, 150 * scale, 0.52),
    trunks(canvas, -step, 74 * scale, 420 * scale, 0.95),
  ]
}
