import * as z from 'zod/mini'
import { mediaOrigins } from './media'
import { taskStatuses } from './task'

/** A task one step away, by material that was made of a clip. */
export const relativeSchema = z.object({
  id: z.string(),
  /** The title, else the beginning of the prompt. */
  name: z.string(),
  status: z.enum(taskStatuses),
  author: z.object({ id: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  /** What the material between them is: a frame of the clip, or the clip itself. */
  how: z.enum(mediaOrigins),
  poster_url: z.nullable(z.string()),
  /** Seconds, measured. */
  duration: z.nullable(z.number()),
})
export type Relative = z.infer<typeof relativeSchema>

/** One step back and one step on, newest first, at most 50 each; what one may not see is left out. */
export const lineageSchema = z.object({
  made_from: z.array(relativeSchema),
  led_to: z.array(relativeSchema),
})
export type Lineage = z.infer<typeof lineageSchema>
