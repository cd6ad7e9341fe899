import 'server-only'
import { stat } from 'node:fs/promises'
import type { Fix } from '@/lib/models/fix'
import { copyClip } from './copy-stretch'
import type { Stretch } from './copy-track'
import { fixRefusal } from './fix-refusal'
import { encode, type Workbench } from './workbench'

type Reencode = Omit<Extract<Fix, { fix: 'reencode' }>, 'fix'>

/** What is known of the source: seconds, frames per second, pixels as shown. */
export type ClipFacts = { duration: number; fps: number; width: number; height: number }

/** The gateway's upload takes 100 MB (protocol §5.1); a little is left for the container. */
const mostBytes = 95 * 1024 * 1024
const audioBits = 160_000

/** How much a clip may be stretched unseen. */
const sameShape = 0.01

/** Of a frame: measured rates are off by less. */
const rounding = 0.01

/** A stretch of a clip: copied where key frames allow, else coded anew to the frame. */
export async function makeStretch(
  bench: Workbench,
  stretch: Stretch,
  facts: ClipFacts,
): Promise<string> {
  return (await copyClip(bench, stretch)) ?? code(bench, facts, {}, stretch)
}

/** The clip as MP4 with H.264 and AAC, changed as asked. Throws `fix_needs_ffmpeg`, `fix_failed`. */
export async function makeClip(
  bench: Workbench,
  facts: ClipFacts,
  change: Reencode,
): Promise<string> {
  const most = change.max_bytes ?? mostBytes
  for (const share of [0.92, 0.7]) {
    const file = await code(bench, facts, { ...change, max_bytes: most * share })
    if ((await stat(file)).size <= most) return file
  }
  throw fixRefusal('fix_failed')
}

/** The whole clip, or a stretch of it, which then ends with the last frame that is whole within it. */
function code(
  bench: Workbench,
  facts: ClipFacts,
  change: Reencode,
  stretch?: Stretch,
): Promise<string> {
  const { duration } = facts
  const { fps = facts.fps, max_bytes = mostBytes } = change
  const { start, end } = stretch ?? { start: 0, end: duration }
  const seconds = end - start
  const bits = Math.max(Math.floor((max_bytes * 8) / seconds - audioBits), 50_000)
  const frames = Math.max(Math.floor(seconds * fps + rounding), 1)
  // prettier-ignore
  return encode(bench, 'clip.mp4', {
    before: stretch ? ['-ss', start.toFixed(6)] : [],
    after: [
      ...(stretch ? ['-t', seconds.toFixed(6), '-frames:v', String(frames)] : []), '-map', '0:v:0', '-map', '0:a:0?',
      '-vf', `fps=${fps.toFixed(6)},${sizeFilter(facts, change)}`,
      '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '19', '-pix_fmt', 'yuv420p',
      '-maxrate', String(bits), '-bufsize', String(bits),
      '-c:a', 'aac', '-b:a', String(audioBits), '-ac', '2', '-movflags', '+faststart',
    ],
  })
}

/** Square pixels and even sides; in another shape the clip stands before its own blurred edges. */
function sizeFilter(facts: ClipFacts, { width, height }: Reencode): string {
  if (width === undefined || height === undefined) {
    return 'scale=w=trunc(iw*sar/2)*2:h=trunc(ih/2)*2,setsar=1'
  }
  const size = `w=${width}:h=${height}`
  const skew = width / height / (facts.width / facts.height)
  if (Math.abs(skew - 1) < sameShape) return `scale=${size},setsar=1`
  // Blurred small: at full size that would take longer than the rest.
  const small = `w=${Math.ceil(width / 16) * 2}:h=${Math.ceil(height / 16) * 2}`
  return [
    'scale=w=iw*sar:h=ih,setsar=1,split[edges][middle]',
    `[edges]scale=${small}:force_original_aspect_ratio=increase,crop=${small},boxblur=4:2,eq=brightness=-0.08,scale=${size},setsar=1[behind]`,
    `[middle]scale=${size}:force_original_aspect_ratio=decrease[before]`,
    '[behind][before]overlay=(W-w)/2:(H-h)/2,setsar=1',
  ].join(';')
}

/** The picture at a moment, the last one where the moment lies at the very end. */
export async function takeFrame(bench: Workbench, at: number, facts: ClipFacts): Promise<string> {
  const last = Math.max(facts.duration - 1.5 / facts.fps, 0)
  for (const moment of [Math.min(at, last), Math.max(Math.min(at, last) - 0.5, 0)]) {
    const file = await encode(bench, 'frame.png', {
      before: ['-ss', moment.toFixed(6)],
      after: ['-map', '0:v:0', '-vf', 'scale=w=iw*sar:h=ih,setsar=1', '-frames:v', '1'],
    })
    const found = await stat(file).catch(() => null)
    if (found && found.size > 0) return file
  }
  throw fixRefusal('fix_failed')
}
