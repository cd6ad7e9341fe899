import type { Draft } from './draft'
import {
  kindOfField,
  renumberAfterInsertion,
  renumberAfterMove,
  renumberAfterRemoval,
} from './mentions'
import { hiddenIn } from './park'
import type { ListField } from './task-input'

// Edits of the material on show. The prompt's mentions follow: each goes on naming what it named,
// what is set aside or put away included, or names nothing.

export function addReference(draft: Draft, field: ListField, reference: string): Draft {
  const list = draft.input[field]
  const following = hiddenIn(draft, field)
  const { prompt } = draft.input
  return withList(
    draft,
    field,
    [...list, reference],
    renumberAfterInsertion(prompt, kindOfField[field], list.length, following),
  )
}

export function removeReference(draft: Draft, field: ListField, at: number): Draft {
  const { prompt, [field]: list } = draft.input
  const renumbered = renumberAfterRemoval(prompt, kindOfField[field], at)
  return withList(draft, field, list.toSpliced(at, 1), renumbered)
}

export function moveReference(draft: Draft, field: ListField, from: number, to: number): Draft {
  const { prompt, [field]: list } = draft.input
  const moved = list.slice(from, from + 1)
  const renumbered = renumberAfterMove(prompt, kindOfField[field], from, to)
  return withList(draft, field, list.toSpliced(from, 1).toSpliced(to, 0, ...moved), renumbered)
}

function withList(draft: Draft, field: ListField, list: string[], prompt: string): Draft {
  return { ...draft, input: { ...draft.input, [field]: list, prompt } }
}
