import { useDrafts } from '@/lib/client/draft-store'
import { parts } from './parts'

/** The open drafts; nothing while there is only one. */
export function DraftTabs() {
  const several = useDrafts((state) => state.open.length > 1)
  const part = parts.drafts.use(several)
  return several && part && <part.DraftStrip />
}
