import { fieldsOf, roomFor, takesScheme, type Model } from './capabilities'
import type { Draft, DraftInput, Parked, ParkedItem, ParkReason, Shelf } from './draft'
import { kindOfField, renumberMentions } from './mentions'
import { readReference } from './reference'
import { isFrame, listFields, mapFields } from './task-input'
import type { ListField, MediaField, Mode } from './task-input'

/** All material of a mode in one order, and the prompt whose numbers follow that order. */
export type Whole = { prompt: string; shelf: Shelf }

/** The same, parted into what the model takes and what waits. */
export type Parted = {
  prompt: string
  active: Shelf
  items: Parked['items']
}

/** The material that is on show in a form. */
export function shelfOf(input: DraftInput): Shelf {
  return mapFields((field) => {
    const value = input[field]
    if (typeof value !== 'string') return value
    return value === '' ? [] : [value]
  })
}

/**
 * Puts what was set aside back in its place, a frame only after one that was chosen since. While it
 * waits it is numbered after the rest, so the mentions of it name nothing; here they find it again.
 */
export function unpark(prompt: string, active: Shelf, items: Parked['items']): Whole {
  const shelf = mapFields((field) => {
    const merged = active[field].map((_, index) => index)
    for (const [index, { at }] of items[field].entries()) {
      const place = isFrame(field) ? merged.length : Math.min(at, merged.length)
      merged.splice(place, 0, active[field].length + index)
    }
    const all = [...active[field], ...items[field].map(({ reference }) => reference)]
    return { all, order: merged }
  })
  return {
    prompt: renumber(prompt, (field) => shelf[field].order),
    shelf: mapFields((field) =>
      shelf[field].order.flatMap((index) => shelf[field].all[index] ?? []),
    ),
  }
}

/**
 * Keeps what the model has room for in this mode and sets the rest aside; what is `barred` goes
 * whatever the room, for a reason that lies in the whole.
 */
export function park(
  { prompt, shelf }: Whole,
  model: Model,
  mode: Mode,
  barred: Partial<Record<MediaField, ParkReason>> = {},
): Parted {
  const fields = fieldsOf(model, mode)
  const parts = mapFields((field) => {
    const room = fields.includes(field) ? roomFor(model, field) : 0
    const kept: number[] = []
    const items: ParkedItem[] = []
    for (const [at, reference] of shelf[field].entries()) {
      const full = kept.length < room ? null : 'over_limit'
      const never = room === 0 ? 'not_taken' : objection(reference, model)
      const reason = never ?? barred[field] ?? full
      if (reason === null) kept.push(at)
      else items.push({ reference, at, reason })
    }
    return { kept, items }
  })
  return {
    prompt: renumber(prompt, (field) => {
      const { kept, items } = parts[field]
      return [...kept, ...items.map(({ at }) => at)]
    }),
    active: mapFields((field) => parts[field].kept.flatMap((at) => shelf[field][at] ?? [])),
    items: mapFields((field) => parts[field].items),
  }
}

function objection(reference: string, model: Model): ParkReason | null {
  const read = readReference(reference)
  if ('fault' in read || takesScheme(model, read.scheme)) return null
  return read.scheme === 'asset' ? 'need_links' : 'need_assets'
}

/** Where each mode's material is numbered: that of the chosen mode first, what it has set aside included. */
function orderOf(mode: Mode): readonly ('frames' | 'references')[] {
  return mode === 'references' ? ['references', 'frames'] : ['frames', 'references']
}

/** The prompt after a switch of mode, whose material goes before that of the other from now on. */
export function renumberForMode(
  prompt: string,
  shelves: { readonly frames: Shelf; readonly references: Shelf },
  from: Mode,
  to: Mode,
): string {
  return renumber(prompt, (field) => {
    const [first, second] = orderOf(from).map((mode) => shelves[mode][field].length)
    const places = Array.from({ length: (first ?? 0) + (second ?? 0) }, (_, index) => index)
    const same = orderOf(from)[0] === orderOf(to)[0]
    return same ? places : [...places.slice(first), ...places.slice(0, first)]
  })
}

/** How many references of a field the prompt numbers after those on show. */
export function hiddenIn(
  { mode, parked }: Pick<Draft, 'mode' | 'parked'>,
  field: MediaField,
): number {
  const others = orderOf(mode).filter((other) => other !== mode)
  return (
    parked.items[field].length +
    others.reduce((sum, other) => sum + parked.modes[other][field].length, 0)
  )
}

/** Renumbers the mentions of every kind: the reference at `order[n]` becomes number n + 1. */
function renumber(prompt: string, order: (field: ListField) => readonly number[]): string {
  return listFields.reduce((text, field) => {
    const places = order(field)
    return renumberMentions(text, kindOfField[field], (number) => {
      const place = places.indexOf(number - 1)
      return place === -1 ? number : place + 1
    })
  }, prompt)
}
