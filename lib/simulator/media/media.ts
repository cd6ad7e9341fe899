import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { frameCount, outputRatio, outputSize } from '../output-size'
import type { TaskRecord } from '../records'
import { cutClip } from './clip'
import { findFfmpeg, renderVideo } from './render'
import { createTurnstile } from './turnstile'

/** Changing how pictures are drawn changes this, so that old renderings are not served for new ones. */
const drawing = 1

export type Media = {
  /** Starts making a task's video in the background. */
  prepare(task: TaskRecord): void
  /** Path of the task's MP4; waits until it is made. */
  video(task: TaskRecord): Promise<string>
  close(): Promise<void>
}

export type MediaOptions = {
  dir: string
  ffmpeg: string | null | undefined
  composed?: number | undefined
}

/** Makes each video once and keeps it in `dir`, which processes may share: rendered with ffmpeg, else cut from a shipped clip. */
export async function createMedia({ dir, ffmpeg, composed }: MediaOptions): Promise<Media> {
  await mkdir(dir, { recursive: true })
  const program = ffmpeg === undefined ? await findFfmpeg() : ffmpeg
  const turnstile = createTurnstile()
  const making = new Map<string, Promise<string>>()
  const stopping = new AbortController()

  function nameOf({ input }: TaskRecord): string {
    const { prompt, resolution, ratio, duration } = input
    const edition = composed === undefined ? drawing : `${drawing} from ${composed}`
    const source = program === null ? 'clip' : `drawing ${edition} ${resolution} ${prompt}`
    const parts = JSON.stringify([source, outputRatio(ratio), duration])
    return createHash('sha256').update(parts).digest('hex').slice(0, 24)
  }

  async function make(task: TaskRecord, path: string): Promise<void> {
    const draft = `${path}.${randomUUID()}.part`
    try {
      await draw(task, draft)
      await rename(draft, path)
    } finally {
      await rm(draft, { force: true })
    }
  }

  async function draw(task: TaskRecord, path: string): Promise<void> {
    const { prompt, resolution, ratio, duration } = task.input
    const clip = { ratio: outputRatio(ratio), frames: frameCount(duration), path }
    if (program === null) {
      await cutClip(clip)
    } else {
      const size = outputSize(resolution, ratio)
      const film = { prompt, ...size, frames: clip.frames, path, composed }
      await renderVideo(program, film, stopping.signal).catch((error: unknown) => {
        if (stopping.signal.aborted) throw error
        return cutClip(clip)
      })
    }
  }

  async function video(task: TaskRecord, urgent: boolean): Promise<string> {
    const name = nameOf(task)
    const path = join(dir, `${name}.mp4`)
    const underWay = making.get(name)
    if (underWay !== undefined) {
      if (urgent) turnstile.hurry(name)
      return underWay
    }
    if (await exists(path)) return path
    const job =
      making.get(name) ?? turnstile.pass(name, urgent, () => make(task, path).then(() => path))
    making.set(name, job)
    return job.finally(() => making.delete(name))
  }

  return {
    prepare: (task) => {
      // Whoever asks for the video meets the error.
      video(task, false).catch(() => undefined)
    },
    video: (task) => video(task, true),
    close: async () => {
      stopping.abort()
      await Promise.allSettled(making.values())
    },
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
