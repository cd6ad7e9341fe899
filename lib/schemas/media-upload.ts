import * as z from 'zod/mini'

/** `POST /api/media/uploads`: asks for a place to send a file to, past us. */
export const mediaUploadSchema = z.strictObject({
  name: z.string().check(z.maxLength(1000)),
  bytes: z.int().check(z.gte(1)),
  /** MIME type as the browser calls it; what the file is, its bytes tell. */
  type: z.string().check(z.regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/)),
})

/** Send the file to `url` with `method` and `headers`, then `POST /api/media/uploads/:id/complete`. */
export const mediaUploadPlaceSchema = z.object({
  id: z.string(),
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
})
export type MediaUploadPlace = z.infer<typeof mediaUploadPlaceSchema>
