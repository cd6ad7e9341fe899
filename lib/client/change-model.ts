import { fitToModel } from '@/lib/models/fit-to-model'
import type { Settings } from '@/lib/models/settings'
import { activeEntry, replaced } from './draft-state'
import { getDrafts, setDrafts } from './draft-store'

/** Fits the draft to another model; what that changed stands in the change line, with Undo. */
export function changeModel(model: string, settings: Settings): void {
  const { id, draft } = activeEntry(getDrafts())
  const fitted = fitToModel(draft, model, settings)
  const change = fitted.changes.length > 0 ? { before: draft, changes: fitted.changes } : null
  setDrafts(replaced(getDrafts(), id, fitted.draft, change))
}
