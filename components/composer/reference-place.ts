import type { FrameField, ListField, MediaField } from '@/lib/models/task-input'
import type { ReferenceKind } from './reference-kinds'

/** Where a reference stands in the form: a frame, or a place in a list. */
export type ReferencePlace =
  | { field: FrameField; at: 0; kind: 'image' }
  | { field: ListField; at: number; kind: ReferenceKind }

/** The path that complaints name: `first_image`, `images.2`. */
export function pathOf({ field, at }: { field: MediaField; at: number }): string {
  return field === 'first_image' || field === 'last_image' ? field : `${field}.${at}`
}
