import { addresses, filesAndSheets, templates } from './disguises'
import { markup } from './markup'
import { shapes } from './shapes'

const together: readonly string[] = [...markup, ...addresses, ...templates]
const alone: readonly string[] = [...filesAndSheets, ...shapes]

/** Words that somebody may store to harm those who read them. */
export const payloads: readonly string[] = [...together, ...alone]

/** All of them in fields of that many characters: several in one where their beginning does not matter. */
export function packed(max: number): string[] {
  const fields: string[] = []
  for (const payload of together) {
    const joined = `${fields.at(-1) ?? ''} ${payload}`
    if (fields.length > 0 && joined.length <= max) fields[fields.length - 1] = joined
    else fields.push(payload)
  }
  return [...fields, ...alone].map((field) => cut(field, max))
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
