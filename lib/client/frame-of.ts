import type { Media } from '@/lib/schemas/media'
import { keepMedia } from './keep-media'
import { sendFile, type MadeFrom } from './send-file'

/** Seconds: a clip's very last moment holds no picture. */
const beforeEnd = 0.05

/** A picture out of a clip of ours, drawn by the browser and uploaded. Throws where it cannot show it. */
export function frameOf({ id, name, content_url: url }: Media, at: number): Promise<Media> {
  return uploadFrame(url, at, name, { origin: 'frame', made_from_media: id })
}

/** The picture of a finished clip at a moment, the same way; the last one without. */
export function clipFrameOf(
  task: { id: string; url: string; name: string },
  at = Infinity,
): Promise<Media> {
  return uploadFrame(task.url, at, task.name, { origin: 'frame', made_from_task: task.id })
}

async function uploadFrame(url: string, at: number, name: string, made: MadeFrom): Promise<Media> {
  const picture = await draw(url, at)
  const file = new File([picture], `${name.replace(/\.\w+$/, '')}.png`, { type: 'image/png' })
  const media = await sendFile(file, {
    made,
    onSent: () => {},
    onChecking: () => {},
    signal: new AbortController().signal,
  })
  keepMedia([media])
  return media
}

async function draw(url: string, at: number): Promise<Blob> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  video.src = url
  try {
    await happens(video, 'loadeddata')
    const seeked = happens(video, 'seeked')
    video.currentTime = Math.max(0, Math.min(at, video.duration - beforeEnd))
    await seeked
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    })
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

function happens(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true })
    video.addEventListener('error', () => reject(video.error ?? new Error(event)), { once: true })
  })
}
