import * as z from 'zod/mini'
import type { InputCode, InputIssue } from '@/lib/models/input-issue'
import { judge } from '@/lib/models/judge'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Settings } from '@/lib/models/settings'
import type { TaskInput } from '@/lib/models/task-input'

export type { TaskInput } from '@/lib/models/task-input'

/** `required` where nothing was given, `code` where it was of the wrong type. */
function fault(code: InputCode) {
  return {
    error: ({ code: kind, input }: z.core.$ZodRawIssue): InputCode => {
      if (kind === 'unrecognized_keys') return 'unknown_field'
      return input === undefined ? 'required' : code
    },
  }
}

/** What PostgreSQL keeps: no NUL, no half of a character. */
const storable = z.refine<string>((words) => !/[\0\p{Cs}]/u.test(words), {
  error: 'not_text' satisfies InputCode,
})
const text = z.string(fault('not_text')).check(storable)
const list = z.array(text, fault('not_list'))

/** The gateway's create fields (protocol §2.1) and their types; no model is looked at. */
export const taskInputShape = z.strictObject(
  {
    model: text,
    prompt: text,
    duration: z.optional(z.int(fault('not_whole_number'))),
    resolution: z.optional(text),
    ratio: z.optional(text),
    orientation: z.optional(z.enum(['landscape', 'portrait'], fault('orientation_unknown'))),
    images: z.optional(list),
    first_image: z.optional(text),
    last_image: z.optional(text),
    reference_videos: z.optional(list),
    reference_audios: z.optional(list),
  },
  fault('not_object'),
) satisfies z.ZodMiniType<TaskInput>

/**
 * Empty means absent: '' and [] are dropped and never sent. `Adaptive` is taken in any case and
 * sent as the gateway writes it (protocol §3.2).
 */
export function tidy(raw: unknown): unknown {
  if (!isObject(raw)) return raw
  const given = Object.entries(raw).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(
    given.map(([field, value]) =>
      field === 'ratio' && typeof value === 'string' && value.toLowerCase() === 'adaptive'
        ? [field, 'Adaptive']
        : [field, value],
    ),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const anyOfShape = z.partial(z.object(taskInputShape.shape))

/**
 * Judges the fields of a tidy input that passed the shape; `faults` name those that did not, which
 * have their complaint already.
 */
export function judgeShaped(
  value: unknown,
  faults: readonly { readonly path?: PropertyKey[] | undefined }[],
  settings: Settings,
  factsOf?: FactsOf,
): InputIssue[] {
  if (!isObject(value)) return []
  const faulty = new Set(faults.map(({ path }) => path?.[0]))
  const sound = Object.entries(value).filter(([field]) => !faulty.has(field))
  return judge(anyOfShape.parse(Object.fromEntries(sound)), settings, factsOf).filter(
    ({ field }) => !faulty.has(field.split('.')[0]),
  )
}
