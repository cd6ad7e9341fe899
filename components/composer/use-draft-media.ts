import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useMediaItems } from '@/lib/client/use-media-items'
import { mediaIdOf } from '@/lib/models/reference'
import { frameFields, listFields } from '@/lib/models/task-input'

function idsOf(state: DraftState): string {
  const { input } = activeEntry(state).draft
  const references = [
    ...frameFields.map((field) => input[field]),
    ...listFields.flatMap((field) => input[field]),
  ]
  return references.flatMap((reference) => mediaIdOf(reference) ?? []).join(',')
}

/** Keeps what is known of the draft's items fresh: their reviews go on while one looks at them. */
export function useDraftMedia(): void {
  const ids = useDrafts(idsOf)
  useMediaItems(ids === '' ? [] : ids.split(','))
}
