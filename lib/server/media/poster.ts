import 'server-only'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { encodePoster, lightOf } from './encode-poster'
import { isFfmpeg, runFfmpeg } from './run-ffmpeg'

const found = new Map<string, Promise<string | null>>()

/**
 * Absolute path of a working ffmpeg in `searchPath` (a PATH value); null when there is none. Each
 * value is searched once.
 */
export function findFfmpeg(searchPath: string): Promise<string | null> {
  const known = found.get(searchPath)
  if (known) return known
  const search = searchFor(searchPath)
  found.set(searchPath, search)
  return search
}

async function searchFor(searchPath: string): Promise<string | null> {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  for (const folder of searchPath.split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue
    const candidate = path.join(folder, name)
    try {
      await access(candidate, constants.X_OK)
    } catch {
      continue
    }
    if (await isFfmpeg(candidate)) return candidate
  }
  return null
}

export type PosterOptions = {
  ffmpeg: string | null
  /** Path of the video, as `storage.withFile` lends it. */
  input: string
  /** Seconds, from `probeVideo`; 0 when unknown. */
  duration: number
  signal?: AbortSignal
  /** Milliseconds for each look at the video. */
  timeLimit?: number
}

/** Parts of the whole at which a frame is looked for, in order of liking: clips often begin and end in black. */
const places = [0.1, 0.45, 0.8]
const window = 0.2
const leastSeconds = 0.5

/** The first frame bright enough is taken; of dark ones the brightest. */
const darkMean = 20
const darkContrast = 12

/**
 * JPEG of a telling frame; null when ffmpeg is absent, fails or takes too long.
 */
export async function makePoster(options: PosterOptions): Promise<Uint8Array | null> {
  const { ffmpeg } = options
  if (!ffmpeg) return null
  try {
    let best: { frame: Uint8Array; mean: number } | null = null
    for (const place of places) {
      const frame = await frameAt({ ...options, ffmpeg }, place)
      if (frame.length === 0) continue
      const { mean, contrast } = await lightOf(frame)
      if (!best || mean > best.mean) best = { frame, mean }
      if (mean >= darkMean || contrast >= darkContrast) break
    }
    return best && (await encodePoster(best.frame))
  } catch {
    return null
  }
}

/** The most typical frame of a stretch, as PNG. */
async function frameAt(
  { ffmpeg, input, duration, signal, timeLimit = 10_000 }: PosterOptions & { ffmpeg: string },
  place: number,
): Promise<Uint8Array> {
  const start = duration * place
  const length = Math.max(duration * window, leastSeconds)
  // Scaled down before they are compared: `thumbnail` keeps all its frames in memory.
  const filters = [
    'scale=iw*sar:ih',
    "scale=w='min(960,iw)':h='min(960,ih)':force_original_aspect_ratio=decrease",
    'thumbnail=n=60',
  ]
  // prettier-ignore
  return runFfmpeg(ffmpeg, [
    '-ss', start.toFixed(3), '-t', length.toFixed(3), '-i', `file:${path.resolve(input)}`,
    '-map', '0:v:0', '-vf', filters.join(','), '-frames:v', '1',
    '-f', 'image2pipe', '-c:v', 'png', '-compression_level', '1', 'pipe:1',
  ], { signal, timeLimit })
}
