import type { Model } from '@/lib/models/capabilities'
import { fieldOf, mentionKinds, type MentionKind } from '@/lib/models/mentions'

export type ReferenceKind = MentionKind

/** The kinds that the model takes in reference mode. */
export function kindsOf(model: Model): ReferenceKind[] {
  return mentionKinds.filter((kind) => model[fieldOf[kind]].max > 0)
}
