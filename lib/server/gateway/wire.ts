import 'server-only'
import * as z from 'zod/mini'

/*
 * What goes over the wire. Strict on the way out; on the way in only the fields we use, each of which
 * may be absent, null, or of another type without spoiling the rest (protocol §1.3, §2.3, §4).
 */

const reference = z.string().check(z.minLength(1))
const references = z.array(reference).check(z.minLength(1))

/** The body of a create (protocol §2.1). Empty means absent. */
export const createBodySchema = z.strictObject({
  model: z.string().check(z.minLength(1)),
  prompt: z.string(),
  duration: z.int(),
  resolution: z.optional(reference),
  ratio: z.optional(reference),
  orientation: z.optional(z.enum(['landscape', 'portrait'])),
  images: z.optional(references),
  first_image: z.optional(reference),
  last_image: z.optional(reference),
  reference_videos: z.optional(references),
  reference_audios: z.optional(references),
})
export type GatewayCreateBody = z.infer<typeof createBodySchema>

/** Numbers come as numbers or as strings of digits; words come as words, or as the numbers 0, 1, 2. */
const scalar = z.catch(z.nullish(z.union([z.string(), z.number()])), null)
export type GatewayScalar = z.infer<typeof scalar>

function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.catch(z.nullish(z.object(shape)), null)
}

/** A reason is a text, or an object that holds one. */
const reason = z.catch(
  z.nullish(z.union([z.string(), z.object({ message: scalar, msg: scalar })])),
  null,
)
export type GatewayReason = z.infer<typeof reason>

export const envelopeSchema = z.object({
  code: scalar,
  msg: scalar,
  message: scalar,
  error: reason,
  data: z.catch(z.nullish(z.record(z.string(), z.unknown())), null),
})

const links = { video_url: scalar, url: scalar, mediaUrl: scalar }

export const taskSchema = z.object({
  task_id: scalar,
  taskId: scalar,
  id: scalar,
  status: scalar,
  progress: scalar,
  created_at: scalar,
  completed_at: scalar,
  cost: scalar,
  result: part(links),
  ...links,
  error_message: reason,
  error_msg: reason,
  reason,
  message: reason,
  error: reason,
})
export type GatewayTask = z.infer<typeof taskSchema>

/**
 * An item of either asset library (protocol §5.2, §5.3). `assetId` and `errorMessage` are the sibling
 * gateway's names, seen among the items that failed.
 */
export const assetItemSchema = z.object({
  asset_id: scalar,
  assetId: scalar,
  id: scalar,
  status: scalar,
  asset_ref: scalar,
  reason,
  error_message: reason,
  errorMessage: reason,
  message: reason,
  error: reason,
})
export type GatewayAssetItem = z.infer<typeof assetItemSchema>

const assetItems = z.catch(z.nullish(z.array(z.catch(z.nullable(assetItemSchema), null))), null)
export const assetListSchema = z.object({ items: assetItems, failed_items: assetItems })

export const uploadSchema = z.object({ url: z.string().check(z.regex(/^https?:\/\//i)) })

export const balanceSchema = z.object({
  balance: z.number(),
  used_coin: z.number(),
  available: z.number(),
})

export const keyBalanceSchema = z.object({
  name: z.catch(z.nullish(z.string()), null),
  total_quota: z.number(),
  used_quota: z.number(),
  available_quota: z.number(),
  unlimited: z.catch(z.nullish(z.boolean()), null),
})

export const catalogSchema = z.object({
  list: z.array(part({ model_name: z.string(), unit_price: z.number() })),
})
