import { useSyncExternalStore } from 'react'
import { approvalOf, type Approval } from '@/lib/client/approval'
import { activeEntry } from '@/lib/client/draft-state'
import { subscribeDraftOrMedia } from '@/lib/client/draft-or-media'
import { getDrafts } from '@/lib/client/draft-store'
import { knownMedia, mediaRevision } from '@/lib/client/media-store'
import type { Draft } from '@/lib/models/draft'

type Known = { draft: Draft | null; revision: number; key: string; approval: Approval | null }

let last: Known = { draft: null, revision: 0, key: 'null', approval: null }

/** The same object until it says something else. */
function draftApproval(): Approval | null {
  const { draft } = activeEntry(getDrafts())
  const revision = mediaRevision()
  if (draft === last.draft && revision === last.revision) return last.approval
  const approval = approvalOf(draft.input, knownMedia)
  const key = JSON.stringify(approval)
  last = { draft, revision, key, approval: key === last.key ? last.approval : approval }
  return last.approval
}

/** What of the draft in front is not approved yet, where the model insists on it. */
export function useApproval(): Approval | null {
  return useSyncExternalStore(subscribeDraftOrMedia, draftApproval, () => null)
}
