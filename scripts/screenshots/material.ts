import sharp from 'sharp'
import * as z from 'zod/mini'
import { mediaListSchema, mediaSchema, type Media } from '@/lib/schemas/media'
import type { Simulator } from '@/lib/simulator/simulator'
import { waveOf } from '../material/wave'
import { call } from './call'

/** What the drafts name, each a picture of one of the day's clips. The last is refused by the review. */
const pictures = [
  'ridge-03.png',
  'sun-key.jpg',
  'dune.jpg',
  'swell-first.png',
  'swell-last.png',
  'umbrella.jpg',
  'lantern.jpg',
  'portrait.jpg',
]

/** Stand-in links of the drafts by the item that takes their place. */
export type Material = ReadonlyMap<string, string>

/**
 * Brings the drafts' material in: pictures of finished clips, a clip and a sound. Two pictures are
 * approved for Full, one is refused, and the clip is in review for as long as the simulator's clock stands.
 */
export async function makeMaterial(
  app: string,
  simulator: Simulator,
  clips: readonly string[],
): Promise<Material> {
  const brought = new Map<string, Media>()
  for (const [at, name] of pictures.entries()) {
    const clip = clips[at % clips.length]
    const poster = await fetch(`${app}/api/tasks/${clip}/poster`)
    const image = sharp(Buffer.from(await poster.arrayBuffer())).resize({ width: 960 - at })
    const bytes = await (
      name.endsWith('.png') ? image.png() : image.jpeg({ quality: 92 })
    ).toBuffer()
    brought.set(name, await upload(app, name, bytes))
  }
  brought.set('wind.wav', await upload(app, 'wind.wav', wind(8)))
  const answer = await call(`${app}/api/tasks/${clips[0]}/media`, 'POST', { use: 'clip' })
  brought.set('drift-ref.mp4', z.parse(mediaSchema, answer))

  const idOf = (name: string) => brought.get(name)?.id ?? ''
  const submit = (...names: string[]) =>
    call(`${app}/api/assets`, 'POST', { media: names.map(idOf), library: 'full' })
  // The simulator's clock stands still, so that their review has to take no time at all.
  const refused = { kind: 'review', factor: 0, refusal: 'real person' } as const
  simulator.fault(refused, { match: { body_includes: 'portrait' } })
  simulator.fault({ kind: 'review', factor: 0 })
  await submit('umbrella.jpg', 'lantern.jpg', 'portrait.jpg')
  await reviewed(app, ['umbrella.jpg', 'lantern.jpg', 'portrait.jpg'].map(idOf))
  simulator.clearFaults()
  await submit('drift-ref.mp4')
  return new Map([...brought].map(([name, { reference }]) => [name, reference]))
}

/** A draft with the material in the place of the links that stand for it. */
export function withMaterial<Draft>(draft: Draft, material: Material): Draft {
  const text = JSON.stringify(draft).replace(
    /"https:\/\/media\.example\.com\/([^"]+)"/g,
    (link, name: string) => (material.has(name) ? JSON.stringify(material.get(name)) : link),
  )
  return JSON.parse(text) as Draft
}

async function reviewed(app: string, ids: string[]): Promise<void> {
  for (;;) {
    const response = await fetch(`${app}/api/media?ids=${ids.join(',')}`)
    const { data } = z.parse(mediaListSchema, await response.json())
    if (data.every(({ assets }) => assets.full?.reviewed_at)) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Brings a file in, with a session's cookie where the app asks for one. */
export async function upload(
  app: string,
  name: string,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Media> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const response = await fetch(`${app}/api/media`, { method: 'POST', body: form, headers })
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
  return z.parse(mediaSchema, await response.json())
}

const rate = 16_000

/** Seconds of wind as a WAV: noise that swells and falls. */
export function wind(seconds: number): Uint8Array {
  let low = 0
  let seed = 1
  return waveOf(rate * seconds, rate, (at) => {
    seed = (seed * 16_807) % 2_147_483_647
    low += (seed / 2_147_483_647 - 0.5 - low) * 0.12
    const swell = 0.55 + 0.45 * Math.sin(at / 9_000) * Math.sin(at / 3_100)
    return Math.trunc(low * swell * 90_000)
  })
}
