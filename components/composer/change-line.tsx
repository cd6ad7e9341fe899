import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { parts } from './parts'

/** What just happened to the draft without being typed, with its Undo; goes at the next edit. */
export function ChangeLine() {
  const change = useDrafts((state) => activeEntry(state).change)
  const closed = useDrafts((state) => state.closed !== null)
  const part = parts.changes.use(change !== null || closed)
  return (
    <div role="status" className="-mt-2 empty:-mt-4">
      {part &&
        (change !== null ? <part.ChangeMade change={change} /> : closed && <part.DraftClosed />)}
    </div>
  )
}
