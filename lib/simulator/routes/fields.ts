/** The non-empty string at `name` of a JSON body, else null. */
export function stringIn(json: unknown, name: string): string | null {
  const value = valueIn(json, name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** The strings of the list at `name` of a JSON body; anything else is left out. */
export function stringsIn(json: unknown, name: string): string[] {
  const value = valueIn(json, name)
  if (!Array.isArray(value)) return []
  return value.filter((item): item is string => typeof item === 'string')
}

/** The number from 0 at `name` of a JSON body, else null. */
export function numberIn(json: unknown, name: string): number | null {
  const value = valueIn(json, name)
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

function valueIn(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null
    ? (json as Record<string, unknown>)[name]
    : undefined
}
