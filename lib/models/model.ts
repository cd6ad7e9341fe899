import type { Limits } from './limit'

/**
 * Where a value comes from (protocol §0): S the customer's document, P the gateway's pages, N a page
 * of it that is newer than the document and adds to it (X16), O its later OpenAPI file, K its
 * author's client, U a sibling gateway, V the official model, ? nobody.
 */
export type Evidence = 'S' | 'P' | 'N' | 'K' | 'U' | 'V' | 'UV' | 'PK' | 'KO' | '?'

/** `[value, evidence]`; the value is null where no source decides. */
export type Fact<Value> = readonly [value: Value, by: Evidence]

export type LineId =
  'full' | 'sp_economy' | 'sp_official' | 'mini' | 'mini_sp' | 'md' | 'fast_i2v' | 'std'

export type Resolution = '480p' | '720p' | '1080p' | '2k' | '4k'
export type Ratio = '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | 'Adaptive'
/** What the gateway may be sent. */
export type Scheme = 'https' | 'asset'

/** Something the sources disagree about (protocol §3.4, §2.2 X16 and X17): accepted with a warning. */
export type Doubt =
  | { about: 'duration_below'; value: number; by: Evidence }
  | { about: 'resolution'; value: Resolution; by: Evidence }
  | { about: 'clips' | 'gif' | 'prompt_only'; by: Evidence }

/** One row of the capability table. A feature that a model lacks is 0, false or [], never absent. */
export type ModelSpec = {
  id: string
  line: LineId
  /** Named in the customer's document. */
  documented: boolean
  billing: {
    per: 'task' | 'second'
    /** Names in the price list, best first; `{model}` and `{resolution}` stand for the request's. */
    names: readonly string[]
    /** The rounded seconds of the first reference clip are billed too. */
    first_clip: boolean
    by: Evidence
  }
  /** Code points; 0 = no limit is stated. */
  prompt: { max: number; by: Evidence }
  /** Whole seconds. `widens`: later pages allow more, and `Settings` decides whether that holds. */
  duration: { min: number; max: number; widens: boolean; default: number; by: Evidence }
  /** `fixed`: the model's name decides, and the gateway is not sent the field. */
  resolution: { values: readonly Resolution[]; default: Resolution; fixed: boolean; by: Evidence }
  ratio: { values: readonly Ratio[]; default: Ratio; by: Evidence }
  images: { max: number; counts_frames: boolean; by: Evidence }
  frames: {
    both: Fact<boolean | null>
    first_alone: Fact<boolean | null>
    last_alone: Fact<boolean | null>
    with_clips: Fact<boolean | null>
    with_sounds: Fact<boolean | null>
  }
  /** `images`: whether an image may stand among the clips. */
  reference_videos: { max: number; images: Fact<false>; by: Evidence }
  reference_audios: { max: number; alone: Fact<boolean | null>; by: Evidence }
  references: { schemes: readonly Scheme[]; library: 'full' | 'sp' | null; by: Evidence }
  limits: Limits
  doubts: readonly Doubt[]
}
