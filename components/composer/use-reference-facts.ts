import { useI18n } from '@/lib/client/i18n'
import { useMedia } from '@/lib/client/use-media'
import { uploadId } from '@/lib/client/upload-reference'
import type { Upload } from '@/lib/client/upload-queue'
import { getUploads } from '@/lib/client/upload-store'
import { useUploadState } from '@/lib/client/uploads'
import type { Media } from '@/lib/schemas/media'
import { referenceName } from './reference-name'

export type ReferenceFacts = {
  /** What it is called: a file's name, the end of a link, an asset's id. */
  name: string
  /** What its tile says below: its size, or its name where nothing else is known. */
  caption: string
  /** Ours, once known; null when it is gone. */
  media: Media | null | undefined
  /** On its way to become ours. */
  upload: Upload | null
}

/** What is known of a reference now. */
export function useReferenceFacts(reference: string): ReferenceFacts {
  const { format } = useI18n()
  const media = useMedia(reference)
  const id = uploadId(reference)
  const state = useUploadState(id ?? '')
  const found = id === null || state === undefined ? undefined : uploadOf(id)
  const upload = found === undefined || state === undefined ? null : { ...found, state }
  const bytes = media?.bytes ?? upload?.bytes
  const name = media?.name ?? upload?.name ?? referenceName(reference).name
  return { name, caption: bytes === undefined ? name : format.bytes(bytes), media, upload }
}

function uploadOf(id: string): Upload | undefined {
  return getUploads().find((upload) => upload.id === id)
}
