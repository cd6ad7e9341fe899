import { uploadBytes } from '@/lib/models/upload-bytes'
import type { MediaKind } from '@/lib/schemas/media'
import { ApiError } from './api'

/** Why an upload came to nothing: a code the face has words for, and the numbers in them. */
export type UploadProblem = {
  code: string
  params: Record<string, string | number>
  /** Whether sending the same file once more may help. */
  again: boolean
}

/** What can be told from the file's size alone, before it is sent. */
export function earlyProblem(kind: MediaKind, bytes: number): UploadProblem | null {
  if (bytes === 0) return { code: 'file_empty', params: {}, again: false }
  const max = uploadBytes[kind]
  if (bytes <= max) return null
  return { code: 'file_too_large', params: { found: bytes, allowed: max }, again: false }
}

export function problemOf(error: unknown): UploadProblem {
  if (!(error instanceof ApiError)) return { code: 'unknown', params: {}, again: true }
  const { code, status, fields } = error
  const issue = fields?.file?.[0] ?? Object.values(fields ?? {})[0]?.[0]
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 429
  return { code: issue?.code ?? code, params: issue?.params ?? {}, again: !refused }
}
