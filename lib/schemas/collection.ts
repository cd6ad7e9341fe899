import * as z from 'zod/mini'

/** PostgreSQL has no text with a NUL in it. */
const noNul = z.refine<string>((text) => !text.includes('\0'))
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), noNul)
const ids = z._default(z.array(z.uuid()).check(z.maxLength(500)), [])

/** Clips that the team keeps together. */
export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  /** Clips in it that the member who asks may see and that are not hidden. */
  count: z.number(),
  /** Whether the member who asks may rename and delete it. */
  mine: z.boolean(),
})
export type Collection = z.infer<typeof collectionSchema>

export const collectionListSchema = z.object({ data: z.array(collectionSchema) })

/** Body of `POST /api/collections` and of `PATCH /api/collections/:id`. */
export const collectionNameSchema = z.strictObject({ name })

/** `POST /api/collections/:id/tasks`; what is in it already, or not, stays as it is. */
export const collectionTasksSchema = z.strictObject({ add: ids, remove: ids })
export type CollectionTasks = z.infer<typeof collectionTasksSchema>
