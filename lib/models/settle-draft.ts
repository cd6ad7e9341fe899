import {
  defaultModel,
  effectiveRatio,
  effectiveResolution,
  fieldsOf,
  getModel,
  modeOf,
  models,
} from './capabilities'
import { parkReasons, takes, type Draft, type ParkedItem, type Shelf, type Wish } from './draft'
import { asText, asWholeNumber, asWords, fieldsIn, itemsIn, oneOf } from './lenient'
import { isFrame, mapFields, modes, type MediaField } from './task-input'

const asMode = oneOf(modes)
const asReason = oneOf(parkReasons)
const asTakes = oneOf(takes)
const asOrientation = oneOf(['landscape', 'portrait'] as const)

function asParkedItem(value: unknown): ParkedItem | undefined {
  const item = fieldsIn(value)
  const reference = asWords(item.reference)
  const at = asWholeNumber(item.at)
  const reason = asReason(item.reason)
  if (reference === undefined || at === undefined || at < 0 || reason === undefined)
    return undefined
  return { reference, at, reason }
}

function shelfIn(value: unknown): Shelf {
  const shelf = fieldsIn(value)
  return mapFields((field) => itemsIn(shelf[field], asWords))
}

function wishIn<Value>(
  value: unknown,
  read: (part: unknown) => Value | undefined,
): Wish<Value> | undefined {
  const parts = fieldsIn(value)
  const [wish, got] = [read(parts.wish), read(parts.got)]
  return wish === undefined || got === undefined ? undefined : { wish, got }
}

/**
 * Every part has something to fall back on, so that a draft stored by an older version, or damaged
 * in the store, loses only what is unreadable.
 */
function partsOf(value: unknown) {
  const draft = fieldsIn(value)
  const input = fieldsIn(draft.input)
  const parked = fieldsIn(draft.parked)
  const shelves = fieldsIn(parked.modes)
  const items = fieldsIn(parked.items)
  const wishes = fieldsIn(draft.wishes)
  return {
    input: {
      model: asText(input.model) ?? '',
      prompt: asText(input.prompt) ?? '',
      duration: asWholeNumber(input.duration),
      resolution: asText(input.resolution) ?? '',
      ratio: asText(input.ratio) ?? '',
      orientation: asOrientation(input.orientation),
      first_image: asText(input.first_image) ?? '',
      last_image: asText(input.last_image) ?? '',
      images: itemsIn(input.images, asWords),
      reference_videos: itemsIn(input.reference_videos, asWords),
      reference_audios: itemsIn(input.reference_audios, asWords),
    },
    mode: asMode(draft.mode),
    takes: asTakes(draft.takes) ?? 1,
    parked: {
      modes: { frames: shelfIn(shelves.frames), references: shelfIn(shelves.references) },
      items: mapFields((field) => itemsIn(items[field], asParkedItem)),
    },
    wishes: {
      mode: wishIn(wishes.mode, asMode),
      duration: wishIn(wishes.duration, asWholeNumber),
      resolution: wishIn(wishes.resolution, asText),
      ratio: wishIn(wishes.ratio, asText),
    },
  }
}

/**
 * A whole draft made of any part of one, from a task's input or from the store; never throws.
 * `orientation`, which the form does not offer, becomes the ratio it stands for; of material that
 * the form does not mix, what is not of the draft's mode waits in the other one.
 */
export function settleDraft(part: unknown): Draft {
  const { input, mode: wanted, parked, ...rest } = partsOf(part)
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

export function emptyDraft(): Draft {
  return settleDraft({})
}
