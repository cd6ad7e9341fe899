import type { Model } from '@/lib/models/capabilities'
import { mentionKinds, type MentionKind } from '@/lib/models/mentions'
import type { ListField } from '@/lib/models/task-input'

export type ReferenceKind = MentionKind

/** The field that holds each kind. */
export const fieldOf: Record<ReferenceKind, ListField> = {
  image: 'images',
  video: 'reference_videos',
  audio: 'reference_audios',
}

/** The kinds that the model takes in reference mode. */
export function kindsOf(model: Model): ReferenceKind[] {
  return mentionKinds.filter((kind) => model[fieldOf[kind]].max > 0)
}
