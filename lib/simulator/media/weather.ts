import { curtain, type Layer } from './layer'
import { between } from './random'
import type { Weather } from './scene'
import { glow } from './shapes'
import type { Canvas } from './sky'

/** What falls or rises before the picture. */
export const weathers: Record<Weather, (canvas: Canvas) => Layer[]> = {
  clear: () => [],
  snow: ({ stage, random }) =>
    [3, 1.5].map((pace) =>
      curtain(stage, stage.step * pace, (width, height) =>
        Array.from({ length: 130 }, () => {
          const radius = stage.scale * pace * between(random, 0.5, 1.1)
          return `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() * height).toFixed(0)}" r="${radius.toFixed(1)}" fill="#fff" opacity="${between(random, 0.5, 0.95).toFixed(2)}"/>`
        }).join(''),
      ),
    ),
  rain: ({ stage, random }) => [
    curtain(stage, stage.step * 14, (width, height) => {
      const drops = Array.from({ length: 260 }, () => {
        const length = stage.scale * between(random, 22, 60)
        return `M${(random() * width).toFixed(0)} ${(random() * height).toFixed(0)}l${(-length * 0.08).toFixed(1)} ${length.toFixed(1)}`
      })
      return `<path d="${drops.join('')}" stroke="#eaf2ff" stroke-width="${1.3 * stage.scale}" opacity="0.42"/>`
    }),
  ],
  lanterns: ({ stage, random }) => [
    curtain(stage, -stage.step / 2, (width, height) => {
      const lights = Array.from({ length: 34 }, () => {
        const size = stage.scale * between(random, 3, 15)
        const x = random() * width
        const y = random() * height
        const paper = `<rect x="${x - size * 0.7}" y="${y - size}" width="${size * 1.4}" height="${size * 2}" rx="${size * 0.5}" fill="#ffd08a"/>`
        return `<circle cx="${x}" cy="${y}" r="${size * 5}" fill="url(#lantern)" opacity="0.75"/>${paper}`
      })
      return `<defs>${glow('lantern', '#ff9d4a', 0.05)}</defs>${lights.join('')}`
    }),
  ],
}
