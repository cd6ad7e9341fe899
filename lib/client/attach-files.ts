import type { FrameField } from '@/lib/models/task-input'
import { attachReferences, type NewReference } from './attach-references'
import { withoutReference } from './draft-references'
import { activeEntry, replaced } from './draft-state'
import { getDrafts, setDrafts } from './draft-store'
import { uploadReference } from './upload-reference'
import { addUploads, dropUpload, resumeUploads } from './uploads'

/** Puts references into the draft in front; says how many have no place in it. */
export function attach(items: readonly NewReference[], frame?: FrameField): number {
  const entry = activeEntry(getDrafts())
  const { draft, left } = attachReferences(entry.draft, items, frame)
  if (draft !== entry.draft) setDrafts(replaced(getDrafts(), entry.id, draft, null))
  return left.length
}

/**
 * Uploads files and keeps a place for each in the draft in front. Those that an earlier page left
 * unfinished go on in the place they had; those without room go to the library alone, and their
 * number is the answer.
 */
export function attachFiles(files: readonly File[], frame?: FrameField): number {
  const uploads = addUploads(resumeUploads(files))
  return attach(
    uploads.map(({ id, kind }) => ({ kind, reference: uploadReference(id) })),
    frame,
  )
}

/** Gives an upload up, and the place that a draft kept for it. */
export function forgetUpload(id: string): void {
  setDrafts(withoutReference(getDrafts(), uploadReference(id)))
  dropUpload(id)
}
