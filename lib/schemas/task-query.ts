import * as z from 'zod/mini'
import { taskStatuses } from './task'

const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
)

/** `status` may name several, separated by commas. */
const statusList = z.pipe(
  z.string(),
  z.pipe(
    z.transform((value: string) => value.split(',')),
    z.array(z.enum(taskStatuses)).check(z.minLength(1)),
  ),
)

/** Query string of `GET /api/tasks`. */
export const taskQuerySchema = z.object({
  limit: z._default(z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(100))), 50),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  status: z.optional(statusList),
  model: z.optional(z.string().check(z.maxLength(100))),
  line: z.optional(z.string().check(z.maxLength(100))),
  q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  favourite: z.optional(flag),
})
export type TaskQuery = z.infer<typeof taskQuerySchema>

/** Query string of `GET /api/tasks/updates`: at most 200 ids, separated by commas. */
export const taskIdsSchema = z.object({
  ids: z.pipe(
    z.string(),
    z.pipe(
      z.transform((value: string) => value.split(',').filter(Boolean)),
      z.array(z.uuid()).check(z.maxLength(200)),
    ),
  ),
})
