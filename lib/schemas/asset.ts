import * as z from 'zod/mini'
import { assetStatuses } from '@/lib/models/asset-status'

export type { AssetStatus } from '@/lib/models/asset-status'

export const assetLibraries = ['full', 'sp'] as const
export type AssetLibrary = (typeof assetLibraries)[number]

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
