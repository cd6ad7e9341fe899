import * as z from 'zod/mini'
import { assetStatuses } from '@/lib/models/asset-status'
import { assetLibraries } from './asset'
import { mediaKinds } from './media'

const byComma = z.pipe(
  z.string(),
  z.transform((value) => value.split(',').filter(Boolean)),
)

/** Query string of `GET /api/media`. `ids` asks for those items alone, hidden ones too. */
export const mediaQuerySchema = z.object({
  limit: z._default(z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(100))), 50),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  kind: z.optional(z.enum(mediaKinds)),
  ids: z.optional(z.pipe(byComma, z.array(z.uuid()).check(z.maxLength(200)))),
  library: z.optional(z.enum(assetLibraries)),
  /** Several by comma; `none` is what was never submitted. */
  status: z.optional(
    z.pipe(byComma, z.array(z.enum([...assetStatuses, 'none'])).check(z.minLength(1))),
  ),
})
export type MediaQuery = z.infer<typeof mediaQuerySchema>

/** Text parts of `POST /api/media`. */
export const mediaFormSchema = z.object({
  origin: z._default(z.enum(['upload', 'frame']), 'upload'),
  made_from_media: z.optional(z.uuid()),
  made_from_task: z.optional(z.uuid()),
})
