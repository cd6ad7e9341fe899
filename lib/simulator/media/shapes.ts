import { mix } from './palette'
import { between, type Random } from './random'

/** Pieces of SVG. Lengths are pixels of the layer they stand in. */

type Point = readonly [x: number, y: number]

const n = (value: number) => value.toFixed(1)

export function gradient(id: string, stops: readonly (readonly [number, string, number?])[]) {
  const lines = stops.map(
    ([offset, colour, opacity = 1]) =>
      `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  )
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${lines.join('')}</linearGradient>`
}

/** A light that fades to nothing: `core` of the radius is full. */
export function glow(id: string, colour: string, core: number) {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset="${core}" stop-color="${colour}" stop-opacity="0.95"/><stop offset="${core * 1.35}" stop-color="${colour}" stop-opacity="0.4"/><stop offset="0.6" stop-color="${colour}" stop-opacity="0.11"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
}

/** A skyline by midpoint displacement, from left to right, around `base`. */
export function ridgeLine(
  random: Random,
  width: number,
  base: number,
  amplitude: number,
  roughness: number,
): Point[] {
  const spans = 2 ** Math.ceil(Math.log2(width / 5))
  const heights = new Float64Array(spans + 1)
  const coarsest = spans / 2 ** Math.max(1, Math.round(Math.log2(width / (amplitude * 3))))
  for (let i = 0; i <= spans; i += coarsest) heights[i] = between(random, -1, 1)
  let reach = 0.55
  for (let step = coarsest; step > 1; step /= 2, reach *= roughness) {
    for (let i = step / 2; i < spans; i += step) {
      const left = heights[i - step / 2] ?? 0
      const right = heights[i + step / 2] ?? 0
      heights[i] = (left + right) / 2 + between(random, -reach, reach)
    }
  }
  return Array.from(heights, (height, i) => [(i / spans) * width, base + height * amplitude])
}

/** The area under a line down to `bottom`. */
export function area(line: readonly Point[], bottom: number, fill: string): string {
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined) return ''
  const points = line.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')
  return `<path d="M${n(first[0])} ${n(bottom)}L${points}L${n(last[0])} ${n(bottom)}Z" fill="${fill}"/>`
}

/** A dune's line: long, asymmetric swells with sharp crests. */
export function duneLine(random: Random, width: number, base: number, amplitude: number): Point[] {
  const period = amplitude * between(random, 4.5, 6)
  const phase = random()
  const crest = between(random, 0.6, 0.72)
  return Array.from({ length: Math.ceil(width / 4) + 2 }, (_, i) => {
    const x = i * 4
    const at = x / period + phase
    const swell = 0.65 + 0.35 * Math.sin(Math.floor(at) * 12.9898)
    const part = at - Math.floor(at)
    const rise = part < crest ? (part / crest) ** 1.7 : ((1 - part) / (1 - crest)) ** 1.25
    return [x, base - rise * swell * amplitude]
  })
}

/** One conifer standing at (x, y). */
export function pine(random: Random, x: number, y: number, height: number): string {
  const tiers = 7
  const half = height * between(random, 0.15, 0.22)
  const right: string[] = []
  const left: string[] = []
  for (let tier = 1; tier <= tiers; tier++) {
    const part = tier / tiers
    const reach = half * part * between(random, 0.85, 1.1)
    const at = y - height + height * 0.94 * part
    right.push(`${n(x + reach)} ${n(at)}`, `${n(x + reach * 0.42)} ${n(at - height * 0.025)}`)
    left.unshift(`${n(x - reach * 0.42)} ${n(at - height * 0.025)}`, `${n(x - reach)} ${n(at)}`)
  }
  const trunk = `${n(x + half * 0.08)} ${n(y)}L${n(x - half * 0.08)} ${n(y)}`
  return `M${n(x)} ${n(y - height)}L${right.join('L')}L${trunk}L${left.join('L')}Z`
}

/** A straight trunk with a few bare branches, from `bottom` up out of the picture. */
export function trunk(random: Random, x: number, bottom: number, girth: number): string {
  const lean = between(random, -1, 1) * girth
  const top = girth * 0.7
  const body = `M${n(x - girth / 2)} ${n(bottom)}L${n(x + lean - top / 2)} -9L${n(x + lean + top / 2)} -9L${n(x + girth / 2)} ${n(bottom)}Z`
  const branches = Array.from({ length: 4 }, () => {
    const y = between(random, 0.05, 0.6) * bottom
    const way = random() < 0.5 ? -1 : 1
    const reach = girth * between(random, 1.5, 4)
    const from = x + lean * (1 - y / bottom)
    // Drawn the way round that the trunk is, or the overlap would be a hole.
    const tip = `L${n(from + way * reach)} ${n(y - reach * 0.55)}`
    const [above, below] = [`${n(from)} ${n(y)}`, `${n(from)} ${n(y + girth * 0.22)}`]
    return way > 0 ? `M${above}${tip}L${below}Z` : `M${below}${tip}L${above}Z`
  })
  return body + branches.join('')
}

/** A block with lit windows. */
export function building(
  random: Random,
  box: { x: number; top: number; width: number; bottom: number },
  colours: { wall: string; window: string },
  cell: number,
): string {
  const { x, top, width, bottom } = box
  const parts = [
    `<path d="M${n(x)} ${n(bottom)}V${n(top)}H${n(x + width)}V${n(bottom)}Z" fill="${colours.wall}"/>`,
  ]
  if (random() < 0.4) {
    const mast = x + width * between(random, 0.3, 0.7)
    parts.push(
      `<path d="M${n(mast)} ${n(top)}v${n(-cell * 4)}" stroke="${colours.wall}" stroke-width="${n(cell * 0.3)}"/>`,
    )
  }
  const lit: string[] = []
  for (let y = top + cell; y < bottom - cell; y += cell * 1.7) {
    for (let at = x + cell * 0.8; at < x + width - cell; at += cell * 1.3) {
      if (random() < 0.36)
        lit.push(`M${n(at)} ${n(y)}h${n(cell * 0.62)}v${n(cell * 0.8)}h${n(-cell * 0.62)}Z`)
    }
  }
  const tint = mix(colours.window, '#ffffff', random() * 0.3)
  parts.push(`<path d="${lit.join('')}" fill="${tint}" opacity="${n(between(random, 0.55, 1))}"/>`)
  return parts.join('')
}

/** Fractal noise as a filter: clouds, mist, glints. `cut` raises what is left out, `gain` hardens it. */
export function noiseFilter(
  id: string,
  colour: string,
  {
    x,
    y,
    octaves,
    gain,
    cut,
    seed,
  }: Record<'x' | 'y' | 'octaves' | 'gain' | 'cut' | 'seed', number>,
): string {
  const value = Number.parseInt(colour.slice(1), 16)
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((part) =>
    n((part / 255) * 100),
  )
  const rows = [r, g, b].map((part) => `0 0 0 0 ${Number(part) / 100}`).join(' ')
  return `<filter id="${id}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${x.toFixed(5)} ${y.toFixed(5)}" numOctaves="${octaves}" seed="${seed % 1000}"/><feColorMatrix values="${rows} 0 0 0 ${gain} ${-cut}"/></filter>`
}
