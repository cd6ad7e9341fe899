import type { MediaField, Mode, TaskInput } from './task-input'

/** The form's values: an input of which every field is shown, empty ones as '' and []. */
export type DraftInput = {
  model: string
  prompt: string
  /** NaN while the number field is empty: what is missing would count as the default. */
  duration?: number | undefined
  resolution: string
  ratio: string
  images: string[]
  first_image: string
  last_image: string
  reference_videos: string[]
  reference_audios: string[]
}

/** All material of one mode, frames as lists of at most one. */
export type Shelf = { readonly [Field in MediaField]: readonly string[] }

/**
 * Why a reference is set aside. The last two lie in the whole: sounds that would be left alone, and
 * a single frame where both are needed.
 */
export const parkReasons = [
  'not_taken',
  'need_assets',
  'need_links',
  'over_limit',
  'alone',
  'need_both',
] as const
export type ParkReason = (typeof parkReasons)[number]

/** One reference that the model does not take here, with its place among its kind. */
export type ParkedItem = {
  readonly reference: string
  readonly at: number
  readonly reason: ParkReason
}

/** Material that is kept and not sent. */
export type Parked = {
  /** What belongs to the modes that are not chosen. */
  readonly modes: { readonly frames: Shelf; readonly references: Shelf }
  /** What belongs to the chosen mode and does not fit the present model. */
  readonly items: { readonly [Field in MediaField]: readonly ParkedItem[] }
}

/** A choice the model could not honour. It stands until someone chooses anew. */
export type Wish<Value> = { readonly wish: Value; readonly got: Value }

export type Wishes = {
  readonly mode?: Wish<Mode> | undefined
  readonly duration?: Wish<number> | undefined
  readonly resolution?: Wish<string> | undefined
  readonly ratio?: Wish<string> | undefined
}

export const takes = [1, 2, 3, 4] as const
export type Takes = (typeof takes)[number]

export type Draft = {
  readonly input: DraftInput
  readonly mode: Mode
  readonly takes: Takes
  readonly parked: Parked
  readonly wishes: Wishes
}

/** The input a draft asks for: what is empty is absent. */
export function inputOf({ input }: Pick<Draft, 'input'>): TaskInput {
  const { model, prompt, ...rest } = input
  const given = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return { model, prompt, ...Object.fromEntries(given) }
}
