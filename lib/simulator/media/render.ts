import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { createStage, type Layer, type Stage } from './layer'
import { palettes } from './palette'
import { places } from './places'
import { createRandom } from './random'
import { sceneOf } from './scene'
import { createCanvas } from './sky'
import { soundOf } from './sound'
import { weathers } from './weather'

const fps = 24
/** Pixels. Larger frames are composed at a part of their size and enlarged: 4k in seconds instead of a minute. */
const largestComposed = 2560 * 1440

export type Film = {
  prompt: string
  width: number
  height: number
  frames: number
  path: string
  /** The most pixels that are composed, if not the usual ones: fewer are quicker and softer. */
  composed?: number | undefined
  /** Encoder settings in place of the usual ones. */
  encoding?: readonly string[]
}

/** `ffmpeg` on the PATH, if it is there and can make H.264. */
export async function findFfmpeg(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('ffmpeg', ['-hide_banner', '-encoders'])
    return stdout.includes('libx264') ? 'ffmpeg' : null
  } catch {
    return null
  }
}

/** Draws the prompt's scene and films it with slow parallax: H.264 and AAC in an MP4. */
export async function renderVideo(ffmpeg: string, film: Film, signal?: AbortSignal): Promise<void> {
  const { width, height, frames, composed = largestComposed } = film
  const part = Math.ceil(Math.sqrt((width * height) / composed))
  const stage = createStage(evenPart(width, part), evenPart(height, part), frames)
  const scene = sceneOf(film.prompt)
  const random = createRandom(scene.seed)
  const canvas = createCanvas(stage, palettes[scene.time], scene.time, random)
  const land = places[scene.place](canvas)
  const layers = [...land, ...weathers[scene.weather](canvas)]
  const sound = soundOf(scene.seed, frames / fps)

  const folder = await mkdtemp(join(tmpdir(), 'dailies-scene-'))
  try {
    const pictures = await Promise.all(
      layers.map(async (layer, index) => {
        const path = join(folder, `${index}.png`)
        await drawLayer(layer, path)
        return path
      }),
    )
    const inputs = [
      ...pictures.flatMap((path) => ['-i', path]),
      ...sound.sources.flatMap((source) => ['-f', 'lavfi', '-i', source]),
    ]
    const filters = [filmOf(layers, land.length, stage, film), sound.filter(layers.length)].join(
      ';',
    )
    await run(ffmpeg, [...inputs, '-filter_complex', filters, ...encodingOf(film)], signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function evenPart(length: number, part: number): number {
  return Math.round(length / part / 2) * 2
}

async function drawLayer({ svg, width, height, soft }: Layer, path: string): Promise<void> {
  const part = soft ? 2 : 1
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${width / part}" height="${height / part}" viewBox="0 0 ${width} ${height}">${svg}</svg>`
  await sharp(Buffer.from(document), { limitInputPixels: false })
    .resize(width, height, { fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toFile(path)
}

/** The filter graph from the layers, of which the first `landCount` are the land, to `[film]`. */
function filmOf(
  layers: readonly Layer[],
  landCount: number,
  stage: Stage,
  { width, height, frames }: Film,
): string {
  const still = (index: number, format: string) =>
    `[${index}]scale=out_color_matrix=bt709:out_range=tv,format=${format},loop=-1:1:0,setpts=N/${fps}/TB[p${index}]`
  const stills = layers.map((_, index) => still(index, index === 0 ? 'yuv420p' : 'yuva420p'))
  // The land moves by whole steps; mixing neighbouring frames turns those into an even glide.
  const glide = ',tmix=frames=3'
  const overlays = layers.slice(1).map((layer, offset) => {
    const index = offset + 1
    const under = index === 1 ? '[p0]' : `[o${offset}]`
    const after = index === landCount - 1 ? glide : ''
    return `${under}[p${index}]overlay=${placeOf(layer, stage)}${after}[o${index}]`
  })
  const resize = stage.width === width ? '' : `scale=${width}:${height}:flags=bicubic,setsar=1,`
  return [
    ...stills,
    ...overlays,
    `[o${layers.length - 1}]${resize}trim=end_frame=${frames},format=yuv420p[film]`,
  ].join(';')
}

function placeOf({ dx, dy, top, width }: Layer, stage: Stage): string {
  const x = dx <= 0 ? `'n*${dx}'` : `'${stage.width - width}+n*${dx}'`
  if (dy === 0) return `x=${x}:y=${top}`
  // A curtain is two frames high and repeats after one.
  const down =
    dy > 0 ? `mod(n*${dy},${stage.height})` : `${stage.height}-mod(n*${-dy},${stage.height})`
  return `x=${x}:y='${down}-${stage.height}'`
}

const usual = [
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '24', '-g', '48'],
  ...['-c:a', 'aac', '-b:a', '96k', '-ac', '2'],
]

function encodingOf({ path, encoding = usual }: Film): string[] {
  return [
    ...['-map', '[film]', '-map', '[sound]', '-r', String(fps), ...encoding],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-movflags', '+faststart', '-f', 'mp4', '-y', path],
  ]
}

/** At low priority: whoever waits for a simulated video waits less than one who works beside it. */
function run(ffmpeg: string, args: string[], signal?: AbortSignal): Promise<void> {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin']
  return new Promise((resolve, reject) => {
    const child = spawn(ffmpeg, [...quiet, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
    })
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${complaint}`)),
    )
  })
}
