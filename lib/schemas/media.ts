import * as z from 'zod/mini'
import { assetSchema } from './asset'

export const mediaKinds = ['image', 'video', 'audio'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** Where an item came from: brought, fetched from a link, or made here. */
export const mediaOrigins = ['upload', 'link', 'fix', 'frame', 'clip'] as const
export type MediaOrigin = (typeof mediaOrigins)[number]

/** One item of material, everything about it read from its bytes. */
export const mediaSchema = z.object({
  id: z.string(),
  /** What a task's input says: `media://` and the id. */
  reference: z.string(),
  kind: z.enum(mediaKinds),
  /** MIME type. */
  type: z.string(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Pixels as shown, rotation applied; null for sound. */
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  /** Seconds; null for pictures. */
  duration: z.nullable(z.number()),
  fps: z.nullable(z.number()),
  /** Of the picture (`avc`, `hevc`, …); of the sound where there is no picture. */
  codec: z.nullable(z.string()),
  /** Whether a clip has sound; null for what is no clip. */
  sound: z.nullable(z.boolean()),
  origin: z.enum(mediaOrigins),
  /** Whoever brought these bytes first. */
  author: z.object({ id: z.string(), name: z.string() }),
  /** The item or the task it was made from. */
  made_from: z.object({ media: z.nullable(z.string()), task: z.nullable(z.string()) }),
  content_url: z.string(),
  thumbnail_url: z.nullable(z.string()),
  /** Base64, at most 28 bytes. */
  thumbhash: z.nullable(z.string()),
  created_at: z.iso.datetime(),
  /** How many tasks name it. What is named is hidden by a DELETE, not removed. */
  used_in: z.number(),
  /** Its state in each of the gateway's two libraries; null = never submitted. */
  assets: z.object({ full: z.nullable(assetSchema), sp: z.nullable(assetSchema) }),
})
export type Media = z.infer<typeof mediaSchema>

export const mediaListSchema = z.object({
  data: z.array(mediaSchema),
  next_cursor: z.nullable(z.string()),
})
export type MediaList = z.infer<typeof mediaListSchema>

/** `POST /api/media/link`: brings a public https file in. */
export const mediaLinkSchema = z.strictObject({ url: z.string().check(z.maxLength(4096)) })

/** `POST /api/tasks/:id/media`: makes material of a finished clip; `at` is in seconds. */
export const clipMediaSchema = z.discriminatedUnion('use', [
  z.strictObject({ use: z.enum(['clip', 'last_frame']) }),
  z.strictObject({ use: z.literal('frame'), at: z.number().check(z.gte(0), z.lte(3600)) }),
])
export type ClipMedia = z.infer<typeof clipMediaSchema>
