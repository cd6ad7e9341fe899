// Readers for values that somebody else wrote: a store, an answer. What does not fit reads as
// nothing, and never throws.

export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object; none of anything else. */
export function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {}
}

/** The items of a list that `read` makes something of. */
export function itemsIn<Item>(value: unknown, read: (item: unknown) => Item | undefined): Item[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const known = read(item)
    return known === undefined ? [] : [known]
  })
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A text that is not empty. */
export function asWords(value: unknown): string | undefined {
  return asText(value) || undefined
}

export function asWholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** A reader for one of a closed set. */
export function oneOf<Value>(values: readonly Value[]): (value: unknown) => Value | undefined {
  return (value) => values.find((known) => known === value)
}
