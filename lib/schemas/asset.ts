import * as z from 'zod/mini'

export const assetLibraries = ['full', 'sp'] as const
export type AssetLibrary = (typeof assetLibraries)[number]

/**
 * `rejected` is the review's verdict, `failed` a fault on the way, `expired` an item the library has
 * dropped; each may be submitted again. `unconfirmed`: the submission was sent and never answered.
 */
export const assetStatuses = [
  'submitting',
  'in_review',
  'active',
  'rejected',
  'failed',
  'expired',
  'unconfirmed',
] as const
export type AssetStatus = (typeof assetStatuses)[number]

/** A media item in one of the gateway's two libraries (protocol §5.2, §5.3). */
export const assetSchema = z.object({
  id: z.string(),
  library: z.enum(assetLibraries),
  status: z.enum(assetStatuses),
  /** The gateway's id, usable as `asset://` and the id on this library's models only. */
  asset_id: z.nullable(z.string()),
  /** A portrait on SP's real-person whitelist. */
  real_person: z.boolean(),
  /** The gateway's words for a refusal. */
  reason: z.nullable(z.string()),
  submitted_at: z.nullable(z.iso.datetime()),
  reviewed_at: z.nullable(z.iso.datetime()),
})
export type Asset = z.infer<typeof assetSchema>

/** `POST /api/assets`: submits items to a library; those that are active or in review stay as they are. */
export const assetSubmitSchema = z.strictObject({
  media: z.array(z.string()).check(z.minLength(1), z.maxLength(100)),
  library: z.enum(assetLibraries),
  real_person: z.optional(z.boolean()),
})
