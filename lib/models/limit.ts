import type { Evidence } from './model'

// A rule is named by the complaint it draws, so that a row of the table says both.

/** Rules about a closed set: MIME types, codecs as `MediaFacts` names them. */
export const listRules = ['type_not_taken', 'codec_not_taken', 'upload_type_not_taken'] as const
export type ListRule = (typeof listRules)[number]

/** Rules about a figure of one item. */
export const itemRules = [
  'bytes_over',
  'upload_bytes_over',
  'side_out_of_range',
  'aspect_out_of_range',
  'pixels_out_of_range',
  'seconds_out_of_range',
  'fps_out_of_range',
] as const
export type ItemRule = (typeof itemRules)[number]

/** Rules about all items of a field together. */
export const totalRules = ['total_seconds_over', 'total_seconds_under', 'total_bytes_over'] as const
export type TotalRule = (typeof totalRules)[number]

export type ListLimit = {
  readonly rule: ListRule
  readonly values: readonly string[]
  readonly by: Evidence
}

/**
 * Both ends included. Sizes in MB (1024 × 1024 bytes), sides in pixels, aspect as width by height,
 * seconds, whole frames per second. A bound that nobody gives is absent.
 */
export type Bounds = { readonly min?: number; readonly max?: number }

export type ItemLimit = Bounds & { readonly rule: ItemRule; readonly by: Evidence }
export type TotalLimit = Bounds & { readonly rule: TotalRule; readonly by: Evidence }
export type Limit = ListLimit | ItemLimit | TotalLimit

/** What a model takes of each kind of material. */
export type Limits = {
  readonly image: readonly Limit[]
  readonly video: readonly Limit[]
  readonly audio: readonly Limit[]
}

export function isTotal(limit: Limit): limit is TotalLimit {
  return totalRules.some((rule) => rule === limit.rule)
}
