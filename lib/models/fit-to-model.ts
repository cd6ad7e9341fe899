import { durationRange, getModel, modesOf, type Model } from './capabilities'
import { changesBetween, type Change } from './changes'
import type { Draft, Parked, ParkReason, Shelf, Wish } from './draft'
import { isStated } from './complaints'
import { nearestRatio, nearestResolution } from './nearest'
import { park, renumberForMode, type Parted, type Whole } from './park'
import type { Settings } from './settings'
import { enterMode, valuesOf } from './switch-mode'
import { mapFields, mediaFields, type MediaField, type Mode } from './task-input'

export type { Change, ChangeCode } from './changes'

export type Fit = { draft: Draft; changes: readonly Change[] }

/**
 * The draft as another model can take it, and what that changed. What an accepted draft asks for is
 * accepted after it, but for a prompt that is too long, which is said and never cut. What does not
 * fit is set aside and comes back with the first model that takes it; Undo is the old draft.
 */
export function fitToModel(draft: Draft, modelId: string, settings: Settings): Fit {
  const model = getModel(modelId)
  if (model === undefined) return { draft, changes: [] }
  const wished = standing(draft.wishes.mode, draft.mode) ?? draft.mode
  const wanted = modesOf(model).includes(wished) ? wished : 'text'
  const { whole, modes } = enterMode(draft, wanted)
  const parted = parkForModel(whole, model, wanted)
  // Nothing of the mode's material is left: what is shown must be what is sent and paid for.
  const bare = isEmpty(parted.active) && !isEmpty(whole.shelf)
  const mode = bare ? 'text' : wanted
  const putAway = bare && wanted !== 'text' ? { ...modes, [wanted]: whole.shelf } : modes

  const { input, wishes } = draft
  const duration = standing(wishes.duration, input.duration) ?? input.duration
  const ratio = standing(wishes.ratio, input.ratio) ?? input.ratio
  const resolution = standing(wishes.resolution, input.resolution) ?? input.resolution
  const output = {
    duration: duration === undefined ? undefined : clamp(duration, durationRange(model, settings)),
    ratio: nearestRatio(ratio, model),
    resolution: nearestResolution(resolution, model),
  }
  const fitted: Draft = {
    ...draft,
    mode,
    input: {
      ...input,
      ...output,
      ...valuesOf(parted.active),
      model: model.id,
      prompt: bare ? renumberForMode(whole.prompt, putAway, wanted, mode) : parted.prompt,
    },
    parked: {
      modes: putAway,
      items: bare ? noItems : parted.items,
    },
    wishes: {
      mode: wish(wished, mode),
      duration: wish(duration, output.duration),
      ratio: wish(ratio, output.ratio),
      resolution: wish(resolution, output.resolution),
    },
  }
  return { draft: fitted, changes: changesBetween(draft, fitted, model, parted.items) }
}

const noItems: Parked['items'] = mapFields(() => [])

/** Parks what the model has no room for, and what its rules refuse without that (X2, X3). */
function parkForModel(whole: Whole, model: Model, mode: Mode): Parted {
  let barred: Partial<Record<MediaField, ParkReason>> = {}
  let parted = park(whole, model, mode)
  if (lacksFrame(parted.active, model)) {
    barred = { first_image: 'need_both', last_image: 'need_both' }
    parted = park(whole, model, mode, barred)
  }
  if (leavesSoundsAlone(parted.active, model)) {
    parted = park(whole, model, mode, { ...barred, reference_audios: 'alone' })
  }
  return parted
}

function lacksFrame({ first_image: first, last_image: last }: Shelf, { frames }: Model): boolean {
  if (first.length === last.length) return false
  const [allowed, by] = first.length > 0 ? frames.first_alone : frames.last_alone
  return allowed !== true && isStated(by)
}

function leavesSoundsAlone(active: Shelf, { reference_audios }: Model): boolean {
  const [allowed, by] = reference_audios.alone
  const others = mediaFields.filter((field) => field !== 'reference_audios')
  return (
    active.reference_audios.length > 0 &&
    others.every((field) => active[field].length === 0) &&
    allowed !== true &&
    isStated(by)
  )
}

function isEmpty(shelf: Shelf): boolean {
  return mediaFields.every((field) => shelf[field].length === 0)
}

/** What was once chosen, as long as nobody has touched what came of it. */
function standing<Value>(kept: Wish<Value> | undefined, present: Value | undefined) {
  return kept !== undefined && kept.got === present ? kept.wish : undefined
}

function wish<Value>(value: Value | undefined, got: Value | undefined): Wish<Value> | undefined {
  return value === undefined || got === undefined || Object.is(value, got)
    ? undefined
    : { wish: value, got }
}

/** What is not a whole number is left for the form to complain about. */
function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Number.isInteger(value) ? Math.min(Math.max(value, min), max) : value
}
