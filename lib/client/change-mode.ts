import { switchMode } from '@/lib/models/switch-mode'
import type { Mode } from '@/lib/models/task-input'
import { activeEntry, replaced } from './draft-state'
import { getDrafts, setDrafts } from './draft-store'

export function changeMode(mode: Mode): void {
  const { id, draft } = activeEntry(getDrafts())
  setDrafts(replaced(getDrafts(), id, switchMode(draft, mode), null))
}
