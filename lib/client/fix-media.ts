import type { ClipMedia, Media } from '@/lib/schemas/media'
import { api } from './api'
import { keepMedia } from './keep-media'

/** Makes a new item from one of ours so that a model takes it; the original stays. Throws `ApiError`. */
export async function fixMedia(id: string, fix: object): Promise<Media> {
  const media = await api<Media>(`/api/media/${id}/fix`, { method: 'POST', body: fix })
  keepMedia([media])
  return media
}

/** Brings a public file in, so that its link may die. Throws `ApiError`. */
export async function linkMedia(url: string): Promise<Media> {
  const media = await api<Media>('/api/media/link', { method: 'POST', body: { url } })
  keepMedia([media])
  return media
}

/** Makes material of a finished clip: the clip itself, or one of its pictures. Throws `ApiError`. */
export async function clipMedia(taskId: string, wish: ClipMedia): Promise<Media> {
  const path = `/api/tasks/${encodeURIComponent(taskId)}/media`
  const media = await api<Media>(path, { method: 'POST', body: wish })
  keepMedia([media])
  return media
}
