import type { z } from 'zod/mini'
import { inputCodes, type InputCode, type InputIssue } from '@/lib/models/input-issue'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Settings } from '@/lib/models/settings'
import { judgeShaped, taskInputShape, tidy, type TaskInput } from './task-input'

export type InputReview = {
  /** The tidy input, or null when something refuses it. */
  input: TaskInput | null
  issues: InputIssue[]
  warnings: InputIssue[]
}

/**
 * All there is to say about an input: its shape first, then every rule of the capability table that
 * it breaks, each on its own field's path.
 */
export function reviewInput(raw: unknown, settings: Settings, factsOf?: FactsOf): InputReview {
  const value = tidy(raw)
  const shaped = taskInputShape.safeParse(value)
  const faults = shaped.error?.issues ?? []
  const judged = judgeShaped(value, faults, settings, factsOf)
  const issues = [...faults.flatMap(faultIssues), ...judged.filter(({ warns }) => !warns)]
  return {
    input: issues.length === 0 ? (shaped.data ?? null) : null,
    issues,
    warnings: judged.filter(({ warns }) => warns),
  }
}

/** The shape's own faults, one for each unknown field. */
function faultIssues(fault: z.core.$ZodIssue): InputIssue[] {
  const code = codeOf(fault.message)
  if (fault.code === 'unrecognized_keys') {
    return fault.keys.map((key) => ({ field: key, code, params: { found: key }, warns: false }))
  }
  return [{ field: fault.path.join('.') || '_', code, params: {}, warns: false }]
}

function codeOf(message: string): InputCode {
  return inputCodes.find((code) => code === message) ?? 'not_object'
}
