import type { Media } from '@/lib/schemas/media'
import type { UploadRecord } from './upload-records'
import type { UploadProblem } from './upload-problem'

export type UploadState =
  | { is: 'waiting' }
  | { is: 'uploading'; sent: number }
  /** All bytes are there and the server reads them. */
  | { is: 'checking' }
  | { is: 'done'; media: Media }
  | { is: 'failed'; problem: UploadProblem }
  /** An earlier page had the file; it has to be chosen again. */
  | { is: 'interrupted' }

export type Upload = UploadRecord & { state: UploadState }

/** How many travel at a time. */
export const mostAtOnce = 3

export function isTravelling({ state }: Upload): boolean {
  return state.is === 'uploading' || state.is === 'checking'
}

/** Waiting or on the way: will end by itself. */
export function isUnderWay(upload: Upload): boolean {
  return upload.state.is === 'waiting' || isTravelling(upload)
}

/** Those whose turn it is: first chosen, first sent. */
export function nextUp(uploads: readonly Upload[]): Upload[] {
  const free = mostAtOnce - uploads.filter(isTravelling).length
  return uploads.filter(({ state }) => state.is === 'waiting').slice(0, Math.max(0, free))
}

/** 0–1. */
export function shareOf({ bytes, state }: Upload): number {
  if (state.is === 'uploading') return bytes > 0 ? Math.min(1, state.sent / bytes) : 0
  return state.is === 'checking' || state.is === 'done' ? 1 : 0
}

/** Files that were chosen again, each with the interrupted upload it belongs to, and the others. */
export function matchFiles<File extends { name: string; size: number }>(
  uploads: readonly Upload[],
  files: readonly File[],
): { matched: { id: string; file: File }[]; others: File[] } {
  const open = uploads.filter(({ state }) => state.is === 'interrupted')
  const matched: { id: string; file: File }[] = []
  const others = files.filter((file) => {
    const at = open.findIndex(({ name, bytes }) => name === file.name && bytes === file.size)
    const [upload] = at === -1 ? [] : open.splice(at, 1)
    if (upload) matched.push({ id: upload.id, file })
    return upload === undefined
  })
  return { matched, others }
}
