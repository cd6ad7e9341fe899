import * as z from 'zod/mini'
import { fieldIssueSchema } from './error'
import { taskInputShape } from './task-input'

/**
 * The gateway's own words, plus `waiting` (for the approval of its material), `submitting` and
 * `unconfirmed` for the moments only we know about.
 */
export const taskStatuses = [
  'waiting',
  'submitting',
  'queued',
  'processing',
  'completed',
  'failed',
  'unconfirmed',
] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const archiveStatuses = ['none', 'pending', 'saved', 'lost'] as const
export type ArchiveStatus = (typeof archiveStatuses)[number]

/** What a machine can know about money after a failure: `true` charged, `false` not (or refunded), `null` unknown. */
const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** What the message speaks of, by name: `name` of an item. */
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  charged: z.nullable(z.boolean()),
  /** What a new try needs: nothing, a change of the input, or time. `never` = no new try can help. */
  retry: z.enum(['same', 'change', 'later', 'never']),
  /** The gateway's own words, for people who want them. */
  gateway_message: z.nullable(z.string()),
})
export type TaskFailure = z.infer<typeof failureSchema>

/** Why an unconfirmed task is in doubt. Spend is the key's `used_quota` in JimiCoin. */
export const doubtSchema = z.object({
  reason: z.string(),
  sent_at: z.iso.datetime(),
  spend_before: z.nullable(z.number()),
  spend_after: z.nullable(z.number()),
  verdict: z.enum(['charged', 'not_charged', 'unclear']),
})
export type TaskDoubt = z.infer<typeof doubtSchema>

/** A warning is an inferred rule that the input breaks; the gateway may still take it. */
export const warningSchema = z.extend(fieldIssueSchema, { field: z.string() })
export type TaskWarning = z.infer<typeof warningSchema>

const personSchema = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof personSchema>

export const visibilities = ['team', 'private'] as const
export type Visibility = (typeof visibilities)[number]

export const taskSchema = z.object({
  id: z.string(),
  author: personSchema,
  /** `private`: for its author and the admins. */
  visibility: z.enum(visibilities),
  status: z.enum(taskStatuses),
  /** 0–100. */
  progress: z.number(),
  model: z.string(),
  line: z.string(),
  input: taskInputShape,
  /** Ids of the media that the input names, in no order. */
  material: z.array(z.string()),
  warnings: z.array(warningSchema),
  title: z.nullable(z.string()),
  /** Of the member who asks. */
  favourite: z.boolean(),
  tags: z.array(z.string()),
  /** How many notes the team has pinned to it. */
  notes: z.number(),
  /** Who chose it among its rivals. */
  picked_by: z.nullable(personSchema),
  /** Tasks that were asked for together (takes 1–4) share this id. */
  take_group: z.nullable(z.string()),
  hidden: z.boolean(),
  gateway_task_id: z.nullable(z.string()),
  created_at: z.iso.datetime(),
  submitted_at: z.nullable(z.iso.datetime()),
  processing_at: z.nullable(z.iso.datetime()),
  completed_at: z.nullable(z.iso.datetime()),
  /** Past 30 minutes and not ended: we still ask, slowly. */
  stalled: z.boolean(),
  archive: z.object({
    status: z.enum(archiveStatuses),
    saved_at: z.nullable(z.iso.datetime()),
    /** When the gateway's link dies; null once it no longer matters. */
    expires_at: z.nullable(z.iso.datetime()),
  }),
  result: z.nullable(
    z.object({
      video_url: z.string(),
      /** null until a poster exists; the browser may then make one and PUT it to `/api/tasks/:id/poster`. */
      poster_url: z.nullable(z.string()),
      /** Pixels; null until measured. */
      width: z.nullable(z.number()),
      height: z.nullable(z.number()),
      /** Seconds, measured. */
      duration: z.nullable(z.number()),
      /** Whether it has sound; null until measured. */
      sound: z.nullable(z.boolean()),
      /** Of the poster: base64, at most 28 bytes. */
      thumbhash: z.nullable(z.string()),
      bytes: z.nullable(z.number()),
      sha256: z.nullable(z.string()),
    }),
  ),
  cost: z.object({
    estimate: z.nullable(z.number()),
    actual: z.nullable(z.number()),
    unit: z.literal('JimiCoin'),
  }),
  failure: z.nullable(failureSchema),
  doubt: z.nullable(
    z.extend(doubtSchema, {
      /** The key's spend is still being looked at, so the verdict may change. */
      reading: z.boolean(),
    }),
  ),
})
export type Task = z.infer<typeof taskSchema>

export const taskListSchema = z.object({
  data: z.array(taskSchema),
  next_cursor: z.nullable(z.string()),
})
export type TaskList = z.infer<typeof taskListSchema>

export const taskUpdatesSchema = z.object({ data: z.array(taskSchema) })

/** PostgreSQL has no text with a NUL in it. */
const noNul = z.refine<string>((text) => !text.includes('\0'))

export const tagSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(40), noNul)

/** `favourite` is everybody's own, `picked` a creator's; the rest belongs to author and admins. */
export const taskPatchSchema = z.strictObject({
  title: z.optional(z.nullable(z.string().check(z.maxLength(200), noNul))),
  favourite: z.optional(z.boolean()),
  picked: z.optional(z.boolean()),
  visibility: z.optional(z.enum(visibilities)),
  /** All of them; at most 20. */
  tags: z.optional(z.array(tagSchema).check(z.maxLength(20))),
  /** `false` restores a hidden task. */
  hidden: z.optional(z.boolean()),
})
export type TaskPatch = z.infer<typeof taskPatchSchema>

/** What a person decides: `cancel` about a waiting task, the others about an unconfirmed one. */
export const taskResolveSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('link'),
    task_id: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ action: z.literal('write_off') }),
  z.strictObject({ action: z.literal('resend') }),
  z.strictObject({ action: z.literal('cancel') }),
])
export type TaskResolve = z.infer<typeof taskResolveSchema>
