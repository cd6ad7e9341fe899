import { getDrafts, saveDrafts, setDrafts } from '@/lib/client/draft-store'
import { keepMedia } from '@/lib/client/keep-media'
import type { Media } from '@/lib/schemas/media'
import { withNewDraft } from './open-in-studio'

/** Opens a draft with these items beside the present ones; says how many found no place in it. */
export function sendToStudio(items: readonly Media[]): number {
  keepMedia(items)
  const references = items.map(({ kind, reference }) => ({ kind, reference }))
  const { state, left } = withNewDraft(getDrafts(), references, crypto.randomUUID())
  setDrafts(state)
  saveDrafts()
  return left
}
