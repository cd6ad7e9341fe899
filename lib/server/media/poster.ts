import 'server-only'
import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { constants as os, setPriority } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { encodePoster, lightOf } from './encode-poster'

const run = promisify(execFile)

/** Next's types ask for the one variable; ffmpeg has no use for it, nor for any other. */
const env = { NODE_ENV: 'production' } as const

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
      await run(candidate, ['-version'], { env, timeout: 5_000 })
      return candidate
    } catch {
      // Not here, or it does not run: look further.
    }
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
 * JPEG of a telling frame; null when ffmpeg is absent, fails or takes too long. ffmpeg reads a
 * stranger's bytes, so it gets an empty environment, this one file, the formats we store, no
 * network, little memory to answer with, a time limit and the lowest priority.
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
  const running = run(ffmpeg, [
    '-nostdin', '-hide_banner', '-loglevel', 'error', '-threads', '1',
    '-protocol_whitelist', 'file', '-format_whitelist', 'mov,matroska',
    '-ss', start.toFixed(3), '-t', length.toFixed(3), '-i', `file:${path.resolve(input)}`,
    '-map', '0:v:0', '-vf', filters.join(','), '-frames:v', '1',
    '-f', 'image2pipe', '-c:v', 'png', '-compression_level', '1', 'pipe:1',
  ], {
    encoding: 'buffer',
    env,
    killSignal: 'SIGKILL',
    maxBuffer: 16 * 1024 * 1024,
    signal,
    timeout: timeLimit,
  })
  if (running.child.pid !== undefined) lowerPriority(running.child.pid)
  return (await running).stdout
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, os.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system does not let us: it matters little.
  }
}
