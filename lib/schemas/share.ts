import * as z from 'zod/mini'
import { taskInputShape } from './task-input'

/** How long a link works from the moment it is made or prolonged. */
export const shareLives = ['1d', '1w', '2w', 'never'] as const
export type ShareLife = (typeof shareLives)[number]

/** PostgreSQL has no text with a NUL in it. */
const noNul = z.refine<string>((text) => !text.includes('\0'))
const caption = z.string().check(z.trim(), z.maxLength(300), noNul)

/** A link by which a clip can be seen without an account, as those who may make one see it. */
export const shareSchema = z.object({
  id: z.string(),
  /** The whole address; whoever has it can watch. */
  url: z.string(),
  caption: z.string(),
  show_prompt: z.boolean(),
  show_settings: z.boolean(),
  allow_download: z.boolean(),
  created_at: z.iso.datetime(),
  /** null: it works until it is taken back. */
  expires_at: z.nullable(z.iso.datetime()),
})
export type Share = z.infer<typeof shareSchema>

export const shareListSchema = z.object({ data: z.array(shareSchema) })
export type ShareList = z.infer<typeof shareListSchema>

export const newShareSchema = z.strictObject({
  caption: z._default(caption, ''),
  show_prompt: z._default(z.boolean(), false),
  show_settings: z._default(z.boolean(), false),
  allow_download: z._default(z.boolean(), false),
  expires: z._default(z.enum(shareLives), '2w'),
})
export type NewShare = z.infer<typeof newShareSchema>

export const sharePatchSchema = z.strictObject({
  caption: z.optional(caption),
  show_prompt: z.optional(z.boolean()),
  show_settings: z.optional(z.boolean()),
  allow_download: z.optional(z.boolean()),
  /** Counted from now. */
  expires: z.optional(z.enum(shareLives)),
})
export type SharePatch = z.infer<typeof sharePatchSchema>

/** What a member makes a variation of. */
export const sharedInputSchema = z.object({
  input: taskInputShape,
  title: z.nullable(z.string()),
})
export type SharedInput = z.infer<typeof sharedInputSchema>
