import type { Draft, Shelf } from '@/lib/models/draft'
import { removeReference } from '@/lib/models/edit-material'
import { shelfOf } from '@/lib/models/park'
import { frameFields, listFields, mapFields } from '@/lib/models/task-input'
import { valuesOf } from '@/lib/models/switch-mode'
import type { DraftState, OpenDraft } from './draft-state'

/** The draft with another reference in the place of one, wherever it holds it: shown or set aside. */
export function swapReference(draft: Draft, from: string, to: string): Draft {
  if (!referencesIn(draft).includes(from)) return draft
  const swap = (reference: string) => (reference === from ? to : reference)
  const swapAll = (shelf: Shelf): Shelf => mapFields((field) => shelf[field].map(swap))
  const { modes, items } = draft.parked
  return {
    ...draft,
    input: { ...draft.input, ...valuesOf(swapAll(shelfOf(draft.input))) },
    parked: {
      modes: { frames: swapAll(modes.frames), references: swapAll(modes.references) },
      items: mapFields((field) =>
        items[field].map((item) => ({ ...item, reference: swap(item.reference) })),
      ),
    },
  }
}

/** Every reference a draft holds, shown or set aside. */
export function referencesIn({ input, parked }: Draft): string[] {
  const shelves = [shelfOf(input), parked.modes.frames, parked.modes.references]
  return [
    ...shelves.flatMap((shelf) => Object.values(shelf).flat()),
    ...Object.values(parked.items).flatMap((items) => items.map(({ reference }) => reference)),
  ]
}

/** The same in all open drafts, in what an Undo would bring back, and in the one closed last. */
export function replaceReference(state: DraftState, from: string, to: string): DraftState {
  const swap = (entry: OpenDraft): OpenDraft => {
    const draft = swapReference(entry.draft, from, to)
    const before = entry.change && swapReference(entry.change.before, from, to)
    if (draft === entry.draft && (before === null || before === entry.change?.before)) return entry
    return {
      ...entry,
      draft,
      change: entry.change && before && { ...entry.change, before },
      revision: draft === entry.draft ? entry.revision : entry.revision + 1,
    }
  }
  const open = state.open.map(swap)
  const closed = state.closed && { ...state.closed, entry: swap(state.closed.entry) }
  const same = open.every((entry, at) => entry === state.open[at])
  return same && closed?.entry === state.closed?.entry ? state : { ...state, open, closed }
}

/** The draft without a reference; what named it in the prompt names nothing from now on. */
function dropReference(draft: Draft, reference: string): Draft {
  if (!referencesIn(draft).includes(reference)) return draft
  let left = draft
  for (const field of listFields) {
    const at = left.input[field].indexOf(reference)
    if (at !== -1) left = removeReference(left, field, at)
  }
  for (const field of frameFields) {
    if (left.input[field] === reference) left = { ...left, input: { ...left.input, [field]: '' } }
  }
  const keep = (shelf: Shelf): Shelf =>
    mapFields((field) => shelf[field].filter((other) => other !== reference))
  const { modes, items } = left.parked
  return {
    ...left,
    parked: {
      modes: { frames: keep(modes.frames), references: keep(modes.references) },
      items: mapFields((field) => items[field].filter((item) => item.reference !== reference)),
    },
  }
}

/** The open drafts without it. */
export function withoutReference(state: DraftState, reference: string): DraftState {
  const open = state.open.map((entry) => {
    const draft = dropReference(entry.draft, reference)
    return draft === entry.draft ? entry : { ...entry, draft, revision: entry.revision + 1 }
  })
  return open.every((entry, at) => entry === state.open[at]) ? state : { ...state, open }
}
