/** Why a fix was not made. Each is a complaint on `fix`. */
export const fixCodes = [
  /** This machine lacks the program that codes anew: `ffmpeg`. */
  'fix_needs_ffmpeg',
  /** The fix is for another kind of item. */
  'fix_not_for_kind',
  /** The stretch or the moment is not in the item; `duration`: its seconds. */
  'fix_outside',
  /** The clip has no sound. */
  'fix_without_sound',
  /** It was tried, and what came out is not usable. */
  'fix_failed',
] as const
export type FixCode = (typeof fixCodes)[number]
