import 'server-only'
import { mediaIdOf } from '@/lib/models/reference'
import { frameFields, listFields, type TaskInput } from '@/lib/models/task-input'

/** One reference of an input and where it stands: `images.2`, `first_image`. */
export type Placed = { field: string; reference: string }

export function referencesOf(input: TaskInput): Placed[] {
  const frames = frameFields.map((field) => ({ field: field as string, reference: input[field] }))
  const listed = listFields.flatMap((field) =>
    (input[field] ?? []).map((reference, index) => ({ field: `${field}.${index}`, reference })),
  )
  return [...frames, ...listed].flatMap(({ field, reference }) =>
    reference === undefined ? [] : { field, reference },
  )
}

/** The media that an input names, each once. */
export function mediaIdsOf(input: TaskInput): string[] {
  const ids = referencesOf(input).flatMap(({ reference }) => mediaIdOf(reference) ?? [])
  return [...new Set(ids)]
}

/** The same input with every reference put through `change`. */
export function mapReferences(input: TaskInput, change: (reference: string) => string): TaskInput {
  const changed = { ...input }
  for (const field of frameFields) {
    const reference = input[field]
    if (reference !== undefined) changed[field] = change(reference)
  }
  for (const field of listFields) {
    const references = input[field]
    if (references !== undefined) changed[field] = references.map(change)
  }
  return changed
}
