import fc from 'fast-check'
import { fieldsOf, getModel, models, roomFor } from '@/lib/models/capabilities'
import type { Draft } from '@/lib/models/draft'
import { addReference, moveReference, removeReference } from '@/lib/models/edit-material'
import { fitToModel } from '@/lib/models/fit-to-model'
import { mediaReference } from '@/lib/models/reference'
import { defaultSettings } from '@/lib/models/settings'
import { switchMode } from '@/lib/models/switch-mode'
import { listFields, modes, type ListField } from '@/lib/models/task-input'

export type Step =
  | { do: 'add'; field: ListField; scheme: 'https' | 'asset' | 'media' }
  | { do: 'remove' | 'move'; field: ListField; from: number; to: number }
  | { do: 'model'; model: string }
  | { do: 'mode'; mode: (typeof modes)[number] }
  | { do: 'undo' }

const field = fc.constantFrom(...listFields)
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    field,
    scheme: fc.constantFrom('https', 'asset', 'media'),
  }),
  fc.record({
    do: fc.constantFrom('remove', 'move'),
    field,
    from: fc.nat(8),
    to: fc.nat(8),
  }),
  fc.record({
    do: fc.constant('model' as const),
    model: fc.constantFrom(...models.map(({ id }) => id)),
  }),
  fc.record({ do: fc.constant('mode' as const), mode: fc.constantFrom(...modes) }),
  fc.record({ do: fc.constant('undo' as const) }),
)

/** A new name for every reference, so that each can be told from all others. */
function nameOf(scheme: 'https' | 'asset' | 'media', number: number): string {
  if (scheme === 'https') return `https://media.example/new-${number}`
  if (scheme === 'asset') return `asset://new-${number}`
  return mediaReference(`0198c0df-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

/** The draft after a step; `past` is what Undo goes back to. */
export function taken(
  { do: what, ...step }: Step,
  draft: Draft,
  past: Draft[],
  number: number,
): Draft {
  const { input, mode } = draft
  const model = getModel(input.model)
  if (model === undefined) return draft
  if (what === 'undo') return past.pop() ?? draft
  past.push(draft)
  if ('model' in step) return fitToModel(draft, step.model, defaultSettings).draft
  if ('mode' in step) return switchMode(draft, step.mode)
  if ('scheme' in step) {
    const room = fieldsOf(model, mode).includes(step.field) ? roomFor(model, step.field) : 0
    if (input[step.field].length >= room) return draft
    return addReference(draft, step.field, nameOf(step.scheme, number))
  }
  if (!('from' in step)) return draft
  const { length } = input[step.field]
  if (length === 0) return draft
  const [from, to] = [step.from % length, step.to % length]
  return what === 'remove'
    ? removeReference(draft, step.field, from)
    : moveReference(draft, step.field, from, to)
}
