import type { InputIssue } from '@/lib/models/input-issue'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Settings } from '@/lib/models/settings'
import english from '@/messages/en/input.json'
import { inputIssueMessage, type InputWords } from './input-issue-message'
import type { TaskWarning } from './task'
import { reviewInput } from './review-input'
import type { TaskInput } from './task-input'

type FieldIssue = Omit<TaskWarning, 'field'>

export type CheckedInput =
  | { ok: true; input: TaskInput; warnings: TaskWarning[] }
  | { ok: false; fields: Record<string, FieldIssue[]> }

/**
 * Judges what came in at the door: the input as it will be kept, with the warnings it drew, or all
 * complaints by field. `factsOf` knows the items of ours that the input names. Not for the browser, which has its own words.
 */
export function checkInput(
  raw: unknown,
  settings: Settings,
  factsOf?: FactsOf,
  words: InputWords = english.issues,
): CheckedInput {
  const { input, issues, warnings } = reviewInput(raw, settings, factsOf)
  const spoken = ({ code, params }: InputIssue): FieldIssue => ({
    code,
    message: inputIssueMessage(code, params, words),
    params,
  })
  if (input !== null) {
    return {
      ok: true,
      input,
      warnings: warnings.map((issue) => ({ field: issue.field, ...spoken(issue) })),
    }
  }
  const fields = new Map<string, FieldIssue[]>()
  for (const issue of issues) {
    fields.set(issue.field, [...(fields.get(issue.field) ?? []), spoken(issue)])
  }
  return { ok: false, fields: Object.fromEntries(fields) }
}
