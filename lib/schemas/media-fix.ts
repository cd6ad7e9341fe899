import * as z from 'zod/mini'
import type { Fix } from '@/lib/models/fix'

const side = z.int().check(z.gte(16), z.lte(8192))
const seconds = z.number().check(z.gte(0), z.lte(24 * 3600))
const stretch = { start: seconds, end: seconds }

/** `POST /api/media/:id/fix`: makes a new item of this one. */
export const mediaFixSchema = z.discriminatedUnion('fix', [
  z.strictObject({ fix: z.literal('resize'), width: side, height: side }),
  z.strictObject({ fix: z.literal('pad'), width: side, height: side }),
  z.strictObject({ fix: z.literal('convert') }),
  z.strictObject({ fix: z.literal('trim'), ...stretch }),
  z.strictObject({ fix: z.literal('cut'), ...stretch }),
  z.strictObject({
    fix: z.literal('reencode'),
    width: z.optional(side),
    height: z.optional(side),
    fps: z.optional(z.int().check(z.gte(1), z.lte(120))),
    max_bytes: z.optional(z.int().check(z.gte(64 * 1024), z.lte(2 ** 40))),
  }),
  z.strictObject({ fix: z.literal('sound') }),
  z.strictObject({ fix: z.literal('frame'), at: seconds }),
]) satisfies z.ZodMiniType<Fix>
