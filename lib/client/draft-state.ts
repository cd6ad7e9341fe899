import type { Draft } from '@/lib/models/draft'
import { emptyDraft } from '@/lib/models/settle-draft'
import type { Attempt } from './draft-attempt'

/** One thing that happened to a draft without being typed, as a code with words. */
export type Said = { code: string; params: Record<string, string | number> }

/** What a switch of model or a mended item did, and the draft before it: the change line and its Undo. */
export type DraftChange = { before: Draft; changes: readonly Said[] }

export type OpenDraft = {
  id: string
  /** Given by whoever opened it; null = named after its prompt. */
  title: string | null
  draft: Draft
  attempt: Attempt | null
  change: DraftChange | null
  /** Goes up when the draft changes from outside the form: the form then takes it over. */
  revision: number
}

export type DraftState = {
  active: string
  open: readonly OpenDraft[]
  /** The draft closed last, with its place, until the next edit. */
  closed: { entry: OpenDraft; index: number } | null
}

function entryOf(id: string, draft: Draft, title: string | null): OpenDraft {
  return { id, title, draft, attempt: null, change: null, revision: 0 }
}

/** One empty draft. Its id is fixed so that the server's page and the browser's first one agree. */
export function initialState(): DraftState {
  return { active: 'first', open: [entryOf('first', emptyDraft(), null)], closed: null }
}

export function activeEntry(state: DraftState): OpenDraft {
  const entry = state.open.find(({ id }) => id === state.active) ?? state.open[0]
  if (entry === undefined) throw new Error('there is always one open draft')
  return entry
}

/** Whether nobody would miss this draft: no words and no material, parked material included. */
export function isBlank({ input, parked }: Draft): boolean {
  const { prompt, images, first_image, last_image, reference_videos, reference_audios } = input
  const material = [prompt, images, first_image, last_image, reference_videos, reference_audios]
  return [...material, ...Object.values(parked)].every((value) => isEmpty(value))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'object') return false
  return Object.values(value).every(isEmpty)
}

function patched(
  state: DraftState,
  id: string,
  patch: (entry: OpenDraft) => OpenDraft,
): DraftState {
  return { ...state, open: state.open.map((entry) => (entry.id === id ? patch(entry) : entry)) }
}

/** The form's own edit. It ends the change line and the chance to reopen a closed draft. */
export function edited(state: DraftState, id: string, draft: Draft): DraftState {
  const next = patched(state, id, (entry) => ({ ...entry, draft, change: null }))
  return { ...next, closed: null }
}

/** A change from outside the form, which the form has to take over. */
export function replaced(
  state: DraftState,
  id: string,
  draft: Draft,
  change: DraftChange | null,
): DraftState {
  return patched(state, id, (entry) => ({
    ...entry,
    draft,
    change,
    revision: entry.revision + 1,
  }))
}

export function attempted(state: DraftState, id: string, attempt: Attempt | null): DraftState {
  return patched(state, id, (entry) => ({ ...entry, attempt }))
}

/** Opens a draft beside the others and goes to it; a blank active draft gives its place up. */
export function opened(
  state: DraftState,
  id: string,
  draft: Draft,
  title: string | null,
): DraftState {
  const entry = entryOf(id, draft, title)
  const current = activeEntry(state)
  const open = isBlank(current.draft)
    ? state.open.map((other) => (other.id === current.id ? entry : other))
    : state.open.toSpliced(state.open.indexOf(current) + 1, 0, entry)
  return { active: id, open, closed: null }
}

export function activated(state: DraftState, id: string): DraftState {
  return state.open.some((entry) => entry.id === id) ? { ...state, active: id } : state
}

/** Closes a draft; the neighbour becomes active. The last one cannot be closed. */
export function closed(state: DraftState, id: string): DraftState {
  const index = state.open.findIndex((entry) => entry.id === id)
  const entry = state.open[index]
  if (entry === undefined || state.open.length === 1) return state
  const open = state.open.toSpliced(index, 1)
  const neighbour = open[Math.min(index, open.length - 1)]
  return {
    active: state.active === id && neighbour !== undefined ? neighbour.id : state.active,
    open,
    closed: isBlank(entry.draft) ? null : { entry, index },
  }
}

export function reopened(state: DraftState): DraftState {
  if (state.closed === null) return state
  const { entry, index } = state.closed
  return { active: entry.id, open: state.open.toSpliced(index, 0, entry), closed: null }
}
