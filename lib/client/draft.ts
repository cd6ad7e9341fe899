import type { Draft, DraftInput, Takes } from '@/lib/models/draft'
import type { TaskInput } from '@/lib/models/task-input'
import { settleDraft } from '@/lib/models/settle-draft'
import type { Attempt } from './draft-attempt'
import {
  activated,
  activeEntry,
  attempted,
  closed,
  edited,
  isBlank,
  opened,
  reopened,
  replaced,
} from './draft-state'
import { previewOf, type DraftPreview } from './draft-preview'
import { getDrafts, saveDrafts, setDrafts, useDrafts } from './draft-store'

/** Opens an input (of a task, say) as a draft beside the present ones, never over one, and goes to it. */
export function openDraft(input: TaskInput, options: { title?: string } = {}): void {
  const title = options.title ?? null
  setDrafts(opened(getDrafts(), crypto.randomUUID(), settleDraft({ input }), title))
  saveDrafts()
}

/** Fills the draft in front; one that holds words or material already is left alone, and a new one opens beside it. */
export function fillDraft(partial: Partial<TaskInput>): void {
  const { id, draft } = activeEntry(getDrafts())
  if (isBlank(draft)) {
    const filled = settleDraft({ ...draft, input: { ...draft.input, ...partial } })
    setDrafts(replaced(getDrafts(), id, filled, null))
    return
  }
  const beside = settleDraft({ input: { model: draft.input.model, ...partial } })
  setDrafts(opened(getDrafts(), crypto.randomUUID(), beside, null))
}

/** The form's own edit of the draft in front. */
export function editDraft(id: string, input: DraftInput): void {
  editActive((draft) => ({ ...draft, input }), id)
}

export function changeTakes(takes: Takes): void {
  editActive((draft) => ({ ...draft, takes }))
}

function editActive(edit: (draft: Draft) => Draft, id = getDrafts().active): void {
  const entry = getDrafts().open.find((candidate) => candidate.id === id)
  if (entry !== undefined) setDrafts(edited(getDrafts(), id, edit(entry.draft)))
}

/** Puts the draft back to what it was before the model changed. */
export function undoChange(): void {
  const { id, change } = activeEntry(getDrafts())
  if (change !== null) setDrafts(replaced(getDrafts(), id, change.before, null))
}

/** Written at once: the keys of a paid call must outlive a crash in the next moment. */
export function keepAttempt(id: string, attempt: Attempt | null): void {
  setDrafts(attempted(getDrafts(), id, attempt))
  saveDrafts()
}

export function goToDraft(id: string): void {
  setDrafts(activated(getDrafts(), id))
}

export function closeDraft(id: string): void {
  setDrafts(closed(getDrafts(), id))
}

export function reopenDraft(): void {
  setDrafts(reopened(getDrafts()))
}

/** Ratio, pixels, seconds and resolution of the draft in front, live; null for a model that is gone. */
export function useDraftPreview(): DraftPreview | null {
  return useDrafts(previewOf)
}
