import { getModel } from './capabilities'
import type { Draft, DraftInput, Parked, Shelf } from './draft'
import { park, renumberForMode, shelfOf, unpark, type Whole } from './park'
import { mapFields, type MediaField, type Mode } from './task-input'

const emptyShelf: Shelf = mapFields(() => [])

/** The draft in another mode. Each mode keeps its own material while the other is used. */
export function switchMode(draft: Draft, mode: Mode): Draft {
  const model = getModel(draft.input.model)
  if (model === undefined || mode === draft.mode) return draft
  const { whole, modes } = enterMode(draft, mode)
  const { prompt, active, items } = park(whole, model, mode)
  return {
    ...draft,
    mode,
    input: { ...draft.input, ...valuesOf(active), prompt },
    parked: { modes, items },
    wishes: { ...draft.wishes, mode: undefined },
  }
}

/** Puts the material of the draft's mode away, whole, and takes out that of `mode`. */
export function enterMode(draft: Draft, mode: Mode): { whole: Whole; modes: Parked['modes'] } {
  const { prompt, shelf } = unpark(draft.input.prompt, shelfOf(draft.input), draft.parked.items)
  const modes =
    draft.mode === 'text' ? draft.parked.modes : { ...draft.parked.modes, [draft.mode]: shelf }
  const renumbered = renumberForMode(prompt, modes, draft.mode, mode)
  if (mode === 'text') return { whole: { prompt: renumbered, shelf: emptyShelf }, modes }
  return {
    whole: { prompt: renumbered, shelf: modes[mode] },
    modes: { ...modes, [mode]: emptyShelf },
  }
}

/** Material as the form's values. */
export function valuesOf(shelf: Shelf): Pick<DraftInput, MediaField> {
  return {
    first_image: shelf.first_image[0] ?? '',
    last_image: shelf.last_image[0] ?? '',
    images: [...shelf.images],
    reference_videos: [...shelf.reference_videos],
    reference_audios: [...shelf.reference_audios],
  }
}
