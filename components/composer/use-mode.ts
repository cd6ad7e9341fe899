import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import type { Mode } from '@/lib/models/task-input'

export function useMode(): Mode {
  return useDrafts((state) => activeEntry(state).draft.mode)
}
