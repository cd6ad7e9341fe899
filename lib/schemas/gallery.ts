import * as z from 'zod/mini'
import { clipRatios } from '@/lib/models/clip-ratio'
import { tagSchema, visibilities } from './task'

const people = z.object({ id: z.string(), name: z.string() })

/** One finished clip, as little of it as the grid draws. */
export const tileSchema = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  /** Its first 200 characters. */
  prompt: z.string(),
  model: z.string(),
  line: z.string(),
  /** The shape nearest to its own. */
  ratio: z.enum(clipRatios),
  /** Measured; null until the clip is ours. */
  seconds: z.nullable(z.number()),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  bytes: z.nullable(z.number()),
  sound: z.nullable(z.boolean()),
  author: people,
  /** Of the member who asks. */
  favourite: z.boolean(),
  notes: z.number(),
  picked: z.boolean(),
  visibility: z.enum(visibilities),
  poster_url: z.nullable(z.string()),
  /** Base64, at most 28 bytes. */
  thumbhash: z.nullable(z.string()),
  take_group: z.nullable(z.string()),
  created_at: z.iso.datetime(),
  hidden: z.boolean(),
})
export type Tile = z.infer<typeof tileSchema>

export const tileListSchema = z.object({
  data: z.array(tileSchema),
  next_cursor: z.nullable(z.string()),
})
export type TileList = z.infer<typeof tileListSchema>

/** `GET /api/gallery/days`: the days that have clips, in the order of the list. */
export const galleryDaysSchema = z.object({
  data: z.array(
    z.object({
      /** `2026-11-22`, in the zone asked for. */
      day: z.string(),
      count: z.number(),
      seconds: z.number(),
      /** Of width ÷ height: how long the day would be as one row of height 1. */
      ratio_sum: z.number(),
    }),
  ),
  /** Clips that the filters leave, and without filters. */
  total: z.number(),
  all: z.number(),
})
export type GalleryDays = z.infer<typeof galleryDaysSchema>

/** `GET /api/gallery/around`: where a clip stands in the filtered list. */
export const galleryAroundSchema = z.object({
  /** From 1; null where the filters leave the clip out. */
  index: z.nullable(z.number()),
  total: z.number(),
  previous: z.nullable(z.string()),
  next: z.nullable(z.string()),
})
export type GalleryAround = z.infer<typeof galleryAroundSchema>

/** `GET /api/gallery/facets`: what one can filter by and find something, the most frequent first. */
export const galleryFacetsSchema = z.object({
  authors: z.array(z.extend(people, { count: z.number() })),
  models: z.array(z.object({ id: z.string(), line: z.string(), count: z.number() })),
  /** At most 200. */
  tags: z.array(z.object({ tag: z.string(), count: z.number() })),
  ratios: z.array(z.object({ ratio: z.enum(clipRatios), count: z.number() })),
})
export type GalleryFacets = z.infer<typeof galleryFacetsSchema>

const ids = z.array(z.uuid()).check(z.minLength(1), z.maxLength(500))
const someTags = z.array(tagSchema).check(z.maxLength(20))

/** `PATCH /api/tasks`: the same change to many tasks. */
export const manyTasksPatchSchema = z.strictObject({
  ids,
  change: z.strictObject({
    favourite: z.optional(z.boolean()),
    hidden: z.optional(z.boolean()),
    visibility: z.optional(z.enum(visibilities)),
    add_tags: z.optional(someTags),
    remove_tags: z.optional(someTags),
  }),
})
export type ManyTasksPatch = z.infer<typeof manyTasksPatchSchema>

/** Which tasks have been changed, and which the member may not change or does not know of. */
export const manyTasksChangedSchema = z.object({
  changed: z.array(z.string()),
  refused: z.array(z.string()),
})
export type ManyTasksChanged = z.infer<typeof manyTasksChangedSchema>
