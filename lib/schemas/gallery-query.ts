import * as z from 'zod/mini'
import { clipRatios } from '@/lib/models/clip-ratio'

const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
)
/** PostgreSQL has no text with a NUL in it. */
const text = z.string().check(z.refine((value) => !value.includes('\0')))
const date = z.iso.date().check(z.refine((value) => value >= '1900'))

const words = z.pipe(
  text,
  z.transform((value) => value.split(',').filter(Boolean)),
)
const list = z.pipe(words, z.array(z.string().check(z.maxLength(100))).check(z.maxLength(50)))
const seconds = z.pipe(z.coerce.number(), z.number().check(z.gte(0)))

/** What the gallery can be narrowed to; several values of one filter are alternatives. */
const filterShape = {
  q: z.optional(text.check(z.trim(), z.maxLength(200))),
  /** Ids of members, by comma. */
  author: z.optional(list),
  line: z.optional(list),
  model: z.optional(list),
  ratio: z.optional(z.pipe(words, z.array(z.enum(clipRatios)))),
  seconds_min: z.optional(seconds),
  seconds_max: z.optional(seconds),
  /** Of the member who asks. */
  favourite: z.optional(flag),
  collection: z.optional(z.uuid()),
  /** All of them, by comma. */
  tag: z.optional(list),
  /** Days in the zone, both included. */
  from: z.optional(date),
  to: z.optional(date),
  day: z.optional(date),
  /** `true`: the hidden ones alone. */
  hidden: z._default(flag, false),
  sort: z._default(z.enum(['newest', 'oldest']), 'newest'),
  /** IANA; what a day is. */
  zone: z._default(
    z.pipe(
      z.string().check(
        z.maxLength(60),
        z.refine((zone) => zoneName(zone) !== null, 'This is not a time zone.'),
      ),
      z.transform((zone) => zoneName(zone) ?? 'UTC'),
    ),
    'UTC',
  ),
}

export const galleryFilterSchema = z.object(filterShape)
export type GalleryFilter = z.infer<typeof galleryFilterSchema>

/** Query string of `GET /api/gallery`. */
export const galleryQuerySchema = z.object({
  ...filterShape,
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(200))), 100),
})
export type GalleryQuery = z.infer<typeof galleryQuerySchema>

/** Query string of `GET /api/gallery/around`. */
export const galleryAroundQuerySchema = z.object({ ...filterShape, id: z.uuid() })

/**
 * The zone's own name: JavaScript knows names for it that PostgreSQL doesn't (`PST`). Not an offset,
 * which means one thing to JavaScript and the opposite to PostgreSQL, nor Java's old `SystemV`.
 */
function zoneName(zone: string): string | null {
  if (!/^(?!SystemV)[A-Za-z]/i.test(zone)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
