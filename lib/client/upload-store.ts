import type { Upload, UploadState } from './upload-queue'
import { storedUploads } from './upload-records'

const none: readonly Upload[] = []
const listeners = new Set<() => void>()
const watchers = new Map<string, Set<() => void>>()
let uploads: readonly Upload[] | null = null

/** All uploads of this page and those that an earlier one left unfinished. */
export function getUploads(): readonly Upload[] {
  if (typeof window === 'undefined') return none
  uploads ??= storedUploads().map((record) => ({ ...record, state: { is: 'interrupted' } }))
  return uploads
}

export function tell(id: string): void {
  for (const watcher of watchers.get(id) ?? []) watcher()
}

export function setUploads(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

export function setState(id: string, state: UploadState): void {
  setUploads(getUploads().map((upload) => (upload.id === id ? { ...upload, state } : upload)))
  tell(id)
}

const sentSince = new Map<string, number>()

/** Bytes leave far more often than anyone can see: each item is told once per frame. */
export function noteSent(id: string, sent: number): void {
  if (sentSince.size === 0) requestAnimationFrame(tellSent)
  sentSince.set(id, sent)
}

function tellSent(): void {
  const news = new Map(sentSince)
  sentSince.clear()
  // The list itself keeps its identity: who shows all of them renders for changes of state only.
  for (const upload of getUploads()) {
    const sent = news.get(upload.id)
    if (sent === undefined || upload.state.is !== 'uploading') continue
    upload.state = { is: 'uploading', sent }
    tell(upload.id)
  }
}

/** Hears of each upload that is added, removed or changes its state. */
export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Hears of one upload, as often as a frame. */
export function watchUpload(id: string, listener: () => void): () => void {
  const own = watchers.get(id) ?? new Set()
  watchers.set(id, own.add(listener))
  return () => {
    own.delete(listener)
    if (own.size === 0) watchers.delete(id)
  }
}
