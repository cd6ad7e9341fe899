import type { InputCode, InputParams } from '@/lib/models/input-issue'

/** A language's sentences for complaints about an input: `issues` of messages/…/input.json. */
export type InputWords = Readonly<Record<InputCode, string>>

/** The sentence for a complaint, for answers to machines; the form has its own way with numbers. */
export function inputIssueMessage(code: InputCode, params: InputParams, words: InputWords): string {
  return words[code].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  )
}
