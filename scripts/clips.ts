/**
 * Makes the clips that the simulator cuts where there is no ffmpeg: one of each ratio, 15 s and a
 * frame, small enough to ship. Needs ffmpeg. No B-frames, so that a clip may end after any frame.
 */
import { mkdir, stat } from 'node:fs/promises'
import { clipPath, clipsDir } from '@/lib/simulator/media/clip'
import { renderVideo } from '@/lib/simulator/media/render'

const clips = [
  { ratio: '16:9', width: 480, height: 270, prompt: 'Mist over mountains at dawn' },
  { ratio: '9:16', width: 270, height: 480, prompt: 'Lanterns over a lake at night' },
  { ratio: '1:1', width: 360, height: 360, prompt: 'Desert dunes in golden light' },
  { ratio: '4:3', width: 400, height: 300, prompt: 'Ocean waves at sunset' },
  { ratio: '3:4', width: 300, height: 400, prompt: 'City skyline at dusk' },
  { ratio: '21:9', width: 560, height: 240, prompt: 'Mountains in winter' },
]

const encoding = [
  ...['-c:v', 'libx264', '-preset', 'slower', '-crf', '30', '-bf', '0', '-g', '120'],
  ...['-maxrate', '130k', '-bufsize', '260k', '-c:a', 'aac', '-b:a', '32k', '-ac', '1'],
]

await mkdir(clipsDir, { recursive: true })
for (const { ratio, width, height, prompt } of clips) {
  const path = clipPath(ratio)
  await renderVideo('ffmpeg', { prompt, width, height, frames: 24 * 15 + 1, path, encoding })
  console.log(ratio, (await stat(path)).size)
}
