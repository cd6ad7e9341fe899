import { itemRules, listRules, totalRules } from './limit'

/**
 * Complaints about an input. A rule that is stated (evidence S, P) refuses; one that is inferred
 * warns, and its code then ends in `_in_doubt`.
 */
const gradedCodes = [
  'too_many_images',
  'too_many_clips',
  'too_many_sounds',
  'first_frame_missing',
  'last_frame_missing',
  'clips_with_frames',
  'sounds_with_frames',
  'sounds_alone',
  'link_not_taken',
  'asset_not_taken',
  'image_among_clips',
  ...listRules,
  ...itemRules,
  ...totalRules,
] as const
export type GradedCode = (typeof gradedCodes)[number]

const refusalCodes = [
  'required',
  'not_object',
  'not_text',
  'not_whole_number',
  'not_list',
  'unknown_field',
  'unknown_model',
  'orientation_unknown',
  'prompt_too_long',
  'duration_out_of_range',
  'ratio_not_offered',
  'resolution_not_offered',
  'resolution_fixed',
  'images_with_frames',
  'clips_not_taken',
  'sounds_not_taken',
  'reference_unreadable',
  'link_not_secure',
  'link_with_password',
  'asset_without_id',
  'media_without_id',
  'wrong_kind',
] as const

/** What only the server knows: `judge` never says it. */
const libraryCodes = ['media_unknown', 'asset_not_active', 'asset_of_other_library'] as const

const doubtCodes = [
  'duration_in_doubt',
  'resolution_in_doubt',
  'clips_in_doubt',
  'gif_in_doubt',
  'prompt_only_in_doubt',
  'listed_twice',
] as const

export const inputCodes = [
  ...refusalCodes,
  ...libraryCodes,
  ...gradedCodes,
  ...gradedCodes.map((code) => `${code}_in_doubt` as const),
  ...doubtCodes,
]
export type InputCode = (typeof inputCodes)[number]

export type InputParams = Record<string, string | number>

export type InputIssue = {
  /** Path of the field: `images`, `images.1`, `duration`; `_` is the whole input. */
  field: string
  code: InputCode
  params: InputParams
  /** True when the gateway may still take it. */
  warns: boolean
}
