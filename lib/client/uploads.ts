import { useCallback, useSyncExternalStore } from 'react'
import type { Media } from '@/lib/schemas/media'
import { replaceReference } from './draft-references'
import { getDrafts, saveDrafts, setDrafts } from './draft-store'
import { keepMedia } from './keep-media'
import { sendFile } from './send-file'
import { kindOfFile } from './upload-kind'
import { earlyProblem, problemOf } from './upload-problem'
import { storeUploads } from './upload-records'
import { matchFiles, nextUp, type Upload, type UploadState } from './upload-queue'
import { uploadReference } from './upload-reference'
import {
  getUploads,
  noteSent,
  setState,
  setUploads,
  subscribeUploads,
  tell,
  watchUpload,
} from './upload-store'

type Source = {
  file: File
  abort: AbortController
  /** An address of the file's picture in this page. */
  preview?: string
}

const sources = new Map<string, Source>()
const none: readonly Upload[] = []
const noUploads = () => none

/** Queues files; each becomes an upload at once, and an item of the library when it is through. */
export function addUploads(files: readonly File[]): Upload[] {
  const added = files.map((file): Upload => {
    const id = crypto.randomUUID()
    const kind = kindOfFile(file)
    const problem = earlyProblem(kind, file.size)
    sources.set(id, { file, abort: new AbortController() })
    const state: UploadState = problem ? { is: 'failed', problem } : { is: 'waiting' }
    return { id, name: file.name, bytes: file.size, kind, state }
  })
  storeUploads((records) => [
    ...records,
    ...added.map(({ id, name, bytes, kind }) => ({ id, name, bytes, kind })),
  ])
  setUploads([...getUploads(), ...added])
  pump()
  return added
}

function pump(): void {
  for (const { id } of nextUp(getUploads())) void run(id)
}

async function run(id: string): Promise<void> {
  const source = sources.get(id)
  if (source === undefined) return setState(id, { is: 'interrupted' })
  const { file, abort } = source
  setState(id, { is: 'uploading', sent: 0 })
  try {
    const media = await sendFile(file, {
      signal: abort.signal,
      onSent: (sent) => noteSent(id, sent),
      onChecking: () => setState(id, { is: 'checking' }),
    })
    finish(id, media)
  } catch (error) {
    if (!abort.signal.aborted) setState(id, { is: 'failed', problem: problemOf(error) })
  }
  pump()
}

/** The item takes the place that was kept for it in any draft; one for the library alone stays listed. */
function finish(id: string, media: Media): void {
  keepMedia([media])
  forget(id)
  const drafts = replaceReference(getDrafts(), uploadReference(id), media.reference)
  const placed = drafts !== getDrafts()
  setDrafts(drafts)
  if (placed) saveDrafts()
  setState(id, { is: 'done', media })
  if (placed) setUploads(getUploads().filter((upload) => upload.id !== id))
}

function forget(id: string): void {
  const preview = sources.get(id)?.preview
  if (preview !== undefined) URL.revokeObjectURL(preview)
  sources.delete(id)
  storeUploads((records) => records.filter((record) => record.id !== id))
}

/** Ends an upload that is not done, and takes any out of the list. Its place in a draft is the form's. */
export function dropUpload(id: string): void {
  sources.get(id)?.abort.abort()
  forget(id)
  setUploads(getUploads().filter((upload) => upload.id !== id))
  tell(id)
  pump()
}

/** Sends a file that failed once more. */
export function retryUpload(id: string): void {
  setState(id, { is: 'waiting' })
  pump()
}

/** Goes on with what an earlier page left, as far as these are its files; gives back the others. */
export function resumeUploads(files: readonly File[]): File[] {
  const { matched, others } = matchFiles(getUploads(), files)
  for (const { id, file } of matched) {
    sources.set(id, { file, abort: new AbortController() })
    setState(id, { is: 'waiting' })
  }
  pump()
  return others
}

/** Takes those that came through out of the list; they are in the library. */
export function clearDone(): void {
  setUploads(getUploads().filter(({ state }) => state.is !== 'done'))
}

/** All of them; renders when one is added, removed or changes its state, not as bytes leave. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(subscribeUploads, getUploads, noUploads)
}

/** The state of one, as often as a frame; undefined when there is none such. */
export function useUploadState(id: string): UploadState | undefined {
  const watch = useCallback((listener: () => void) => watchUpload(id, listener), [id])
  return useSyncExternalStore(
    watch,
    () => getUploads().find((upload) => upload.id === id)?.state,
    () => undefined,
  )
}

/** Bytes: pictures that are larger take the browser too long for a tile. */
const largestPreview = 8_000_000

/** The file's own picture, until the server has one; null where the browser should not show it. */
export function previewOf(id: string): string | null {
  const source = sources.get(id)
  if (source === undefined || source.file.size > largestPreview) return null
  if (!/^image\/(jpeg|png|webp|gif|avif)$/.test(source.file.type)) return null
  source.preview ??= URL.createObjectURL(source.file)
  return source.preview
}
