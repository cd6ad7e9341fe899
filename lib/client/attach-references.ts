import { fieldsOf, getModel, modesOf, roomFor, type Model } from '@/lib/models/capabilities'
import type { Draft } from '@/lib/models/draft'
import { addReference } from '@/lib/models/edit-material'
import { fieldOf, type MentionKind } from '@/lib/models/mentions'
import { switchMode } from '@/lib/models/switch-mode'
import type { FrameField } from '@/lib/models/task-input'

export type NewReference = { kind: MentionKind; reference: string }

/**
 * The draft with material in it, each item where its mode has room for it, `frame` first. Words
 * alone become references. `left` is what has no place here.
 */
export function attachReferences(
  draft: Draft,
  items: readonly NewReference[],
  frame?: FrameField,
): { draft: Draft; left: NewReference[] } {
  const model = getModel(draft.input.model)
  if (model === undefined) return { draft, left: [...items] }
  const bare = draft.mode === 'text' && modesOf(model).includes('references')
  let attached = bare ? switchMode(draft, 'references') : draft
  const left: NewReference[] = []
  for (const [at, item] of items.entries()) {
    const next = place(attached, item, model, at === 0 ? frame : undefined)
    if (next === null) left.push(item)
    else attached = next
  }
  return left.length === items.length ? { draft, left } : { draft: attached, left }
}

function place(
  draft: Draft,
  { kind, reference }: NewReference,
  model: Model,
  frame: FrameField | undefined,
): Draft | null {
  const { input, mode } = draft
  if (mode === 'frames' && kind === 'image') {
    const free = (['first_image', 'last_image'] as const).find((field) => input[field] === '')
    const field = frame ?? free
    return field === undefined ? null : { ...draft, input: { ...input, [field]: reference } }
  }
  const field = fieldOf[kind]
  const room = fieldsOf(model, mode).includes(field) ? roomFor(model, field) : 0
  if (input[field].length >= room) return null
  return addReference(draft, field, reference)
}
