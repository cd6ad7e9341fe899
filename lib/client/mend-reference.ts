import type { Media } from '@/lib/schemas/media'
import { attachReferences } from './attach-references'
import { swapReference } from './draft-references'
import { replaced, type Said } from './draft-state'
import { getDrafts, saveDrafts, setDrafts } from './draft-store'

type Mended = {
  /** The draft that asked; it may be in the background by now, or closed. */
  draftId: string
  from: string
  media: Media
  /** How the item is called in the prompt. */
  name: string
  /** Beside the original, or in its place. */
  beside: boolean
}

/** Puts an item that was made from another into the draft, with Undo. The original stays in the library. */
export function mendReference({ draftId, from, media, name, beside }: Mended): void {
  const entry = getDrafts().open.find(({ id }) => id === draftId)
  if (entry === undefined) return
  const { kind, reference } = media
  const draft = beside
    ? attachReferences(entry.draft, [{ kind, reference }]).draft
    : swapReference(entry.draft, from, reference)
  if (draft === entry.draft) return
  const said: Said = { code: beside ? 'added' : 'mended', params: { name } }
  setDrafts(replaced(getDrafts(), draftId, draft, { before: entry.draft, changes: [said] }))
  saveDrafts()
}
