import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clipRatios, valueOf, type ClipRatio } from '@/lib/models/clip-ratio'
import { mediaKey, type Storage } from '@/lib/server/media/storage'
import { makeThumbnail } from '@/lib/server/media/thumbnail'
import { cutClip } from '@/lib/simulator/media/clip'
import { createDice } from './dice'
import { drawStill } from './stills'
import { promptOf } from './prompts'

export type Video = { key: string; bytes: number; sha256: string }
export type Poster = { key: string; thumbhash: string }

/** What seeded tasks share: thousands of rows, a few files. */
export type SharedMedia = {
  lengths: readonly number[]
  video(ratio: ClipRatio, seconds: number): Video
  posters(ratio: ClipRatio): readonly Poster[]
}

const lengths = [4, 5, 8, 10, 12] as const
const postersOfRatio = 10
const shortSide = 360

/** Puts the shipped clips, cut to five lengths, and drawn posters into storage. */
export async function storeMedia(storage: Storage): Promise<SharedMedia> {
  const videos = new Map<string, Video>()
  const posters = new Map<ClipRatio, Poster[]>()
  const folder = await mkdtemp(path.join(tmpdir(), 'dailies-seed-'))
  try {
    for (const ratio of clipRatios) {
      const shape = ratio.replace(':', 'x')
      for (const seconds of lengths) {
        const file = path.join(folder, 'clip.mp4')
        await cutClip({ ratio, frames: seconds * 24, path: file })
        const bytes = await readFile(file)
        const key = mediaKey(`seed-${shape}-${seconds}s.mp4`)
        await storage.write(key, [bytes])
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        videos.set(`${ratio} ${seconds}`, { key, bytes: bytes.length, sha256 })
      }
      const drawn = Array.from({ length: postersOfRatio }, (_, index) =>
        storePoster(storage, ratio, index),
      )
      posters.set(ratio, await Promise.all(drawn))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return {
    lengths,
    video: (ratio, seconds) => videos.get(`${ratio} ${seconds}`) as Video,
    posters: (ratio) => posters.get(ratio) ?? [],
  }
}

async function storePoster(storage: Storage, ratio: ClipRatio, index: number): Promise<Poster> {
  const shape = valueOf(ratio)
  const even = (length: number) => Math.round(length / 2) * 2
  const width = even(shape < 1 ? shortSide : shortSide * shape)
  const height = even(shape < 1 ? shortSide / shape : shortSide)
  const seed = clipRatios.indexOf(ratio) * 1000 + index
  const picture = await drawStill(promptOf(createDice(seed), seed), width, height)
  const key = mediaKey(`seed-${ratio.replace(':', 'x')}-${index}.jpg`)
  await storage.write(key, [picture])
  return { key, thumbhash: (await makeThumbnail(picture)).thumbhash }
}
