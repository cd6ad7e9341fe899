import { writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { MediaFacts } from '@/lib/models/media-facts'
import { bitmap } from './bitmap'
import { heif } from './heif'
import { padTo } from './pad'
import { cached, ffmpeg } from './tools'

/** A wish for a real file. Only with `exact` does it weigh what the facts say. */
export type Wish = { facts: MediaFacts; exact?: boolean; seed?: number }

const endings: Readonly<Record<string, string>> = {
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  'image/jpeg': 'jpg',
}

/** The path of a real file of which these facts are true. */
export function realise({ facts, exact = false, seed = 0 }: Wish): Promise<string> {
  const { kind, type, bytes, width, height, duration, fps, codec, sound } = facts
  const ending = endings[type] ?? type.replace(/^.*\//, '')
  const named = [kind, width, height, duration, fps, codec, sound, seed, exact ? bytes : null]
  const name = `${named.filter((part) => part !== null).join('_')}.${ending}`
  return cached(name, async (file) => {
    await makers[kind](file, facts, seed)
    if (exact) await padTo(file, type, bytes)
  })
}

type Maker = (file: string, facts: MediaFacts, seed: number) => Promise<unknown>

const makers: Record<MediaFacts['kind'], Maker> = {
  image: makeImage,
  video: makeClip,
  audio: makeSound,
}

/** A soft picture with light and dark in it. */
export function drawing(width: number, height: number, seed: number): Sharp {
  const hue = (seed * 67) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 60% 30%)"/>
    <stop offset="1" stop-color="hsl(${hue + 60} 70% 70%)"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="40%" cy="45%" r="20%" fill="hsl(${hue + 180} 60% 60%)"/></svg>`
  return sharp(Buffer.from(svg), { limitInputPixels: false, unlimited: true }).removeAlpha()
}

async function makeImage(file: string, { type, width, height }: MediaFacts, seed: number) {
  const size = [width ?? 1, height ?? 1] as const
  const picture = drawing(...size, seed)
  const format = type.replace('image/', '')
  if (format === 'heic' || format === 'heif') return makeHeif(file, format, size, seed)
  if (format === 'bmp') return writeFile(file, bitmap(...size, await picture.raw().toBuffer()))
  return picture.toFormat(format as 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif').toFile(file)
}

async function makeHeif(
  file: string,
  format: 'heic' | 'heif',
  [width, height]: readonly [number, number],
  seed: number,
) {
  const frame = await cached(`frame_${width}_${height}_${seed}.mp4`, (clip) =>
    ffmpeg(...colour(width, height, 24, seed), '-frames:v', '1', ...coders.hevc, '-f', 'mp4', clip),
  )
  await writeFile(file, await heif(frame, format === 'heic' ? 'heic' : 'mif1'))
}

const coders = {
  avc: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
  hevc: [
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-tag:v',
    'hvc1',
    '-x265-params',
    'log-level=none:bframes=0',
  ],
  vp9: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '500k'],
}

const containers: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-matroska': 'matroska',
}

/** Frame rates as film and television write them. */
function rate(fps: number): string {
  return Number.isInteger(fps) ? String(fps) : `${Math.round(fps * 1.001) * 1000}/1001`
}

function colour(width: number, height: number, fps: number, seed: number): string[] {
  const tint = ((seed + 3) * 0x2f4a5b) % 0xffffff
  const source = `color=c=0x${tint.toString(16).padStart(6, '0')}:s=${width}x${height}:r=${rate(fps)}`
  return ['-f', 'lavfi', '-i', source]
}

/** Frames that are encoded; a clip repeats them, which takes a fraction of the work. */
const cycle = 8

/** A few frames of which only the first stands by itself, so that they may follow themselves. */
function cycleOf({ width, height, fps, codec }: MediaFacts, seed: number): Promise<string> {
  const [across, down, pace] = [width ?? 1280, height ?? 720, fps ?? 24]
  return cached(`cycle_${codec}_${across}_${down}_${pace}_${seed}.mp4`, (file) =>
    ffmpeg(
      ...colour(across, down, pace, seed),
      ...['-frames:v', String(cycle), ...coders[codec as keyof typeof coders], '-f', 'mp4', file],
    ),
  )
}

async function makeClip(file: string, facts: MediaFacts, seed: number) {
  const { type, duration, fps, codec, sound } = facts
  const frames = Math.round((duration ?? 1) * (fps ?? 24))
  const heard = type === 'video/webm' ? ['-c:a', 'libopus'] : ['-c:a', 'aac']
  await ffmpeg(
    ...['-stream_loop', '-1', '-i', await cycleOf(facts, seed)],
    ...(sound ? tone(frames / (fps ?? 24), 440, 48_000) : []),
    ...['-map', '0:v', '-frames:v', String(frames), '-c:v', 'copy'],
    ...(codec === 'hevc' ? ['-tag:v', 'hvc1'] : []),
    ...(sound ? ['-map', '1:a', '-ac', '2', ...heard] : []),
    ...['-f', containers[type] ?? 'mp4', file],
  )
}

function tone(seconds: number, pitch: number, samples: number): string[] {
  return ['-f', 'lavfi', '-i', `sine=frequency=${pitch}:sample_rate=${samples}:duration=${seconds}`]
}

const sounds: Readonly<Record<string, readonly string[]>> = {
  'audio/mpeg': ['-c:a', 'libmp3lame', '-b:a', '128k', '-f', 'mp3'],
  'audio/mp4': ['-c:a', 'aac', '-f', 'ipod'],
  'audio/webm': ['-c:a', 'libopus', '-f', 'webm'],
  'audio/ogg': ['-c:a', 'libopus', '-f', 'ogg'],
  'audio/flac': ['-c:a', 'flac', '-f', 'flac'],
}

const samples: Readonly<Record<string, string>> = {
  'pcm-u8': 'pcm_u8',
  'pcm-s16': 'pcm_s16le',
  'pcm-s24': 'pcm_s24le',
  'pcm-s32': 'pcm_s32le',
  'pcm-f32': 'pcm_f32le',
}

async function makeSound(file: string, { type, duration, codec }: MediaFacts, seed: number) {
  const plain = ['-c:a', samples[codec ?? ''] ?? 'pcm_s16le', '-f', 'wav']
  const pitch = 220 + seed * 13
  await ffmpeg(...tone(duration ?? 1, pitch, 48_000), '-ac', '2', ...(sounds[type] ?? plain), file)
}
