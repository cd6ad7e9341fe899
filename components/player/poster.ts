import type { QueryClient } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import { cachedTask, storeTasks } from '@/lib/client/task-cache'

const widest = 1280
const asked = new Set<string>()

/** The frame on screen as a JPEG, or null where the picture cannot be read. */
async function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return null
  const scale = Math.min(1, widest / videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))
}

/**
 * Where the server could not make a poster, the first browser that plays the clip hands one in,
 * once. It is a courtesy: when it fails, the frame stays unlit until somebody plays it again.
 */
export async function offerPoster(
  client: QueryClient,
  id: string,
  video: HTMLVideoElement,
): Promise<void> {
  const task = cachedTask(client, id)
  if (!task?.result || task.result.poster_url || task.archive.status !== 'saved') return
  if (asked.has(id)) return
  asked.add(id)
  try {
    const poster = await frameOf(video)
    if (!poster) return
    const path = `/api/tasks/${id}/poster`
    await api(path, { method: 'PUT', body: poster })
    storeTasks(client, [{ ...task, result: { ...task.result, poster_url: path } }])
  } catch {
    asked.delete(id)
  }
}
