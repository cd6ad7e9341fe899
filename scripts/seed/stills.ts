import sharp from 'sharp'
import { createStage, type Layer } from '@/lib/simulator/media/layer'
import { palettes } from '@/lib/simulator/media/palette'
import { places } from '@/lib/simulator/media/places'
import { createRandom } from '@/lib/simulator/media/random'
import { sceneOf } from '@/lib/simulator/media/scene'
import { createCanvas } from '@/lib/simulator/media/sky'
import { weathers } from '@/lib/simulator/media/weather'

/** The first frame of what the simulator would film for this prompt, as a JPEG. */
export async function drawStill(prompt: string, width: number, height: number): Promise<Buffer> {
  const stage = createStage(width, height, 24)
  const scene = sceneOf(prompt)
  const canvas = createCanvas(stage, palettes[scene.time], scene.time, createRandom(scene.seed))
  const layers = [...places[scene.place](canvas), ...weathers[scene.weather](canvas)]
  const pictures = await Promise.all(
    layers.map(async (layer) => ({
      input: await draw(layer, width, height),
      left: 0,
      top: Math.max(0, layer.top),
    })),
  )
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite(pictures)
    .jpeg({ quality: 72, mozjpeg: true })
    .toBuffer()
}

/** The part of a layer that is in the frame. */
async function draw(layer: Layer, width: number, height: number): Promise<Buffer> {
  const above = Math.max(0, -layer.top)
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${layer.width}" height="${layer.height}">${layer.svg}</svg>`
  return sharp(Buffer.from(document))
    .extract({
      left: 0,
      top: above,
      width: Math.min(width, layer.width),
      height: Math.min(layer.height - above, height - Math.max(0, layer.top)),
    })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
