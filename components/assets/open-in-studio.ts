import { attachReferences, type NewReference } from '@/lib/client/attach-references'
import { activeEntry, opened, type DraftState } from '@/lib/client/draft-state'
import { getModel, models } from '@/lib/models/capabilities'
import type { Draft } from '@/lib/models/draft'
import { settleDraft } from '@/lib/models/settle-draft'

/**
 * A new draft with these references: on the model in front, or, where that has no room for all of
 * them, on the first one of its line or any line that has. `left`: how many found no place.
 */
export function draftWith(
  items: readonly NewReference[],
  front: string,
): { draft: Draft; left: number } {
  const line = getModel(front)?.line
  const near = models.filter((model) => model.line === line)
  const candidates = [front, ...[...near, ...models].map(({ id }) => id)].map((model) => {
    const { draft, left } = attachReferences(settleDraft({ input: { model } }), items)
    return { draft, left: left.length }
  })
  return candidates.reduce((best, next) => (next.left < best.left ? next : best))
}

/** The same beside the drafts there are. */
export function withNewDraft(
  state: DraftState,
  items: readonly NewReference[],
  id: string,
): { state: DraftState; left: number } {
  const { draft, left } = draftWith(items, activeEntry(state).draft.input.model)
  return { state: opened(state, id, draft, null), left }
}
