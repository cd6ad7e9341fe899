import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import type { Draft } from '@/lib/models/draft'
import {
  danglingMentions,
  unusedReferences,
  type Mention,
  type MentionKind,
} from '@/lib/models/mentions'

type MentionFlags = {
  /** Attached, and the prompt does not name them. */
  unused: readonly { kind: MentionKind; number: number }[]
  /** Named, and not attached. */
  dangling: readonly Mention[]
}

const none: MentionFlags = { unused: [], dangling: [] }
let last: { draft: Draft | null; key: string; flags: MentionFlags } = {
  draft: null,
  key: '',
  flags: none,
}

function mentionFlags(state: DraftState): MentionFlags {
  const { draft } = activeEntry(state)
  if (draft === last.draft) return last.flags
  const { input, mode } = draft
  const counts = {
    image: input.images.length,
    video: input.reference_videos.length,
    audio: input.reference_audios.length,
  }
  const flags = {
    unused: mode === 'references' ? unusedReferences(input.prompt, counts) : [],
    dangling: danglingMentions(input.prompt, counts),
  }
  const key = JSON.stringify(flags)
  last = { draft, key, flags: key === last.key ? last.flags : flags }
  return last.flags
}

/** The same object until something else is flagged, so that typing renders nothing here. */
export function useMentionFlags(): MentionFlags {
  return useDrafts(mentionFlags)
}
