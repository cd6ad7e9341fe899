import { strip, type Layer } from '../layer'
import { mix } from '../palette'
import { area, duneLine, gradient } from '../shapes'
import { clouds, sky, type Canvas } from '../sky'
import { ground } from './land'

function dune(canvas: Canvas, w: number, h: number, at: number, amplitude: number, depth: number) {
  const { random, palette, time } = canvas
  const sand = time === 'night' ? '#5a6c9c' : '#d98f45'
  const lit = mix(mix(palette.horizon, sand, 0.35 + depth * 0.5), palette.near, depth * 0.12)
  const shade = mix(lit, palette.near, 0.3 + depth * 0.35)
  const id = `dune${Math.round(depth * 100)}`
  const line = duneLine(random, w, at, amplitude)
  const faces: string[] = []
  for (let i = 1; i < line.length - 1; i++) {
    const [crest, before, after] = [line[i], line[i - 1], line[i + 1]]
    if (crest === undefined || before === undefined || after === undefined) continue
    if (crest[1] > before[1] || crest[1] >= after[1]) continue
    let end = i + 1
    while (end + 1 < line.length && (line[end + 1]?.[1] ?? 0) > (line[end]?.[1] ?? 0)) end++
    const edge = line.slice(i, end + 1).map(([x, y]) => `${x} ${y.toFixed(1)}`)
    const foot = `${crest[0] + amplitude * 0.5} ${h}L${crest[0] - amplitude * 0.35} ${h}`
    faces.push(
      `M${edge.join('L')}L${foot}Q${crest[0] + amplitude * 0.5} ${crest[1] + amplitude * 0.7} ${crest[0]} ${crest[1].toFixed(1)}Z`,
    )
  }
  return `<defs>${gradient(id, [
    [0, lit],
    [1, mix(lit, shade, 0.55)],
  ])}</defs>${area(line, h, `url(#${id})`)}<path d="${faces.join('')}" fill="${shade}" opacity="0.8"/>`
}

export function desert(canvas: Canvas): Layer[] {
  const { stage, horizon } = canvas
  const { height, scale, step } = stage
  const rest = height - horizon
  return [
    sky(canvas, ground(canvas, 0.4)),
    clouds(canvas),
    strip(stage, { top: horizon - 70 * scale, bottom: height * 0.92, dx: -step / 6 }, (w, h) => {
      const first = dune(canvas, w, h, 85 * scale, 45 * scale, 0.1)
      return first + dune(canvas, w, h, 95 * scale + rest * 0.2, 85 * scale, 0.35)
    }),
    strip(stage, { top: horizon + rest * 0.05, bottom: height, dx: -step / 3 }, (w, h) =>
      dune(canvas, w, h, rest * 0.52, 150 * scale, 0.62),
    ),
    strip(stage, { top: height - 260 * scale, bottom: height, dx: -step }, (w, h) =>
      dune(canvas, w, h, 235 * scale, 190 * scale, 0.95),
    ),
  ]
}
