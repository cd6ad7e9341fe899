import * as z from 'zod/mini'
import {
  defaultModel,
  effectiveRatio,
  effectiveResolution,
  fieldsOf,
  getModel,
  modeOf,
  models,
} from '@/lib/models/capabilities'
import { parkReasons, takes, type Draft, type Shelf } from '@/lib/models/draft'
import { isFrame, mapFields, modes, type MediaField } from '@/lib/models/task-input'

export type { Draft, DraftInput, Takes } from '@/lib/models/draft'

// Every part has something to fall back on, so that a draft stored by an older version, or damaged
// in the store, loses only what is unreadable.

const text = z.catch(z.string(), '')
const wholeNumber = z.catch(z.optional(z.int()), undefined)

function listOf<Item extends z.ZodMiniType>(item: Item) {
  return z.catch(
    z.pipe(
      z.array(z.unknown()),
      z.transform((values: unknown[]) =>
        values.flatMap((value) => {
          const read = item.safeParse(value)
          return read.success ? [read.data as z.output<Item>] : []
        }),
      ),
    ),
    [],
  )
}

const reference = z.string().check(z.minLength(1))
const references = listOf(reference)
const parkedItems = listOf(
  z.object({ reference, at: z.int().check(z.gte(0)), reason: z.enum(parkReasons) }),
)

/** An object of which any part may be missing or wrong. */
function lenient<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
    ),
    z.object(shape),
  )
}

function wish<Value extends z.ZodMiniType>(value: Value) {
  return z.catch(z.optional(z.object({ wish: value, got: value })), undefined)
}

const shelf = lenient({
  first_image: references,
  last_image: references,
  images: references,
  reference_videos: references,
  reference_audios: references,
})

const storedSchema = lenient({
  input: lenient({
    model: text,
    prompt: text,
    duration: wholeNumber,
    resolution: text,
    ratio: text,
    orientation: z.catch(z.optional(z.enum(['landscape', 'portrait'])), undefined),
    first_image: text,
    last_image: text,
    images: references,
    reference_videos: references,
    reference_audios: references,
  }),
  mode: z.catch(z.optional(z.enum(modes)), undefined),
  takes: z.catch(z.union(takes.map((count) => z.literal(count))), 1),
  parked: lenient({
    modes: lenient({ frames: shelf, references: shelf }),
    items: lenient({
      first_image: parkedItems,
      last_image: parkedItems,
      images: parkedItems,
      reference_videos: parkedItems,
      reference_audios: parkedItems,
    }),
  }),
  wishes: lenient({
    mode: wish(z.enum(modes)),
    duration: wish(z.int()),
    resolution: wish(z.string()),
    ratio: wish(z.string()),
  }),
})

/**
 * Makes a whole draft of any part of one. `orientation`, which the form does not offer, becomes the
 * ratio it stands for; of material that the form does not mix, what is not of the draft's mode
 * waits in the other one.
 */
function settle({ input, mode: wanted, parked, ...rest }: z.output<typeof storedSchema>): Draft {
  const model = getModel(input.model) ?? getModel(defaultModel) ?? models[0]
  if (model === undefined) throw new Error('the catalog is empty')
  const shown = modeOf(input)
  const mode = wanted !== undefined && [wanted, 'text'].includes(shown) ? wanted : shown
  const home = (field: MediaField) => (isFrame(field) ? 'frames' : 'references')
  const stays = (field: MediaField) =>
    home(field) === mode || (mode !== 'text' && fieldsOf(model, mode).includes(field))
  const { first_image, last_image, ...lists } = input
  const given: Shelf = {
    ...lists,
    first_image: first_image === '' ? [] : [first_image],
    last_image: last_image === '' ? [] : [last_image],
  }
  const aside = (other: 'frames' | 'references') =>
    mapFields((field) =>
      home(field) === other && !stays(field)
        ? [...parked.modes[other][field], ...given[field]]
        : parked.modes[other][field],
    )
  return {
    ...rest,
    mode,
    input: {
      model: model.id,
      prompt: input.prompt,
      duration: input.duration ?? model.duration.default,
      resolution: effectiveResolution(input, model),
      ratio: effectiveRatio(input, model),
      first_image: stays('first_image') ? first_image : '',
      last_image: stays('last_image') ? last_image : '',
      images: stays('images') ? input.images : [],
      reference_videos: stays('reference_videos') ? input.reference_videos : [],
      reference_audios: stays('reference_audios') ? input.reference_audios : [],
    },
    parked: {
      modes: { frames: aside('frames'), references: aside('references') },
      items: parked.items,
    },
  }
}

export const draftSchema = z.pipe(storedSchema, z.transform(settle))

/** A whole draft made of any part of one, from a task's input or from the store. Never throws. */
export function settleDraft(part: unknown): Draft {
  return draftSchema.parse(part)
}

export function emptyDraft(): Draft {
  return settleDraft({})
}
