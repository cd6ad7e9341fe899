import { addresses, filesAndSheets, templates } from './disguises'
import { markup } from './markup'
import { shapes } from './shapes'

/** Words that somebody may store to harm those who read them; what matters at a beginning comes first. */
export const payloads: readonly string[] = [
  ...filesAndSheets,
  ...markup,
  ...addresses,
  ...templates,
  ...shapes,
]

/** All of them in as few fields of that many characters as hold them. */
export function gathered(max: number): string[] {
  const fields: string[] = []
  for (const payload of payloads.map((one) => cut(one, max))) {
    const more = `${fields.at(-1) ?? ''} ${payload}`
    if (fields.length > 0 && more.length <= max) fields[fields.length - 1] = more
    else fields.push(payload)
  }
  return fields
}

/** All of them in so many fields, each in lines of its own. */
export function dealt(count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    payloads
      .filter((_, place) => place % count === at)
      .map((payload) => payload.trim())
      .join('\n'),
  )
}

/** The beginning, trimmed and never half a character. */
export function cut(text: string, max: number): string {
  let kept = ''
  for (const character of text.trim()) {
    if (kept.length + character.length > max) break
    kept += character
  }
  return kept.trim()
}
