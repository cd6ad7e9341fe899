import { set, type FieldErrors, type Resolver } from 'react-hook-form'
import { inputOf, type DraftInput } from '@/lib/models/draft'
import { judge } from '@/lib/models/judge'
import type { Settings } from '@/lib/models/settings'
import type { TaskInput } from '@/lib/models/task-input'
import type { useIssueWords } from './use-issue-words'

type Words = ReturnType<typeof useIssueWords>

/**
 * The form's resolver. Its values have the right types by construction, so what is left to ask is
 * what the handler asks after its schema: does `judge` refuse this input?
 */
export function taskInputResolver(
  settings: Settings,
  words: Words,
): Resolver<DraftInput, unknown, TaskInput> {
  return (values) => {
    const input = inputOf({ input: values })
    const refusals = judge(input, settings).filter(({ warns }) => !warns)
    if (refusals.length === 0) return { values: input, errors: {} }
    const errors: FieldErrors<DraftInput> = {}
    for (const { field, code, params } of refusals) {
      set(errors, field, { type: code, message: words({ field, code, params }) })
    }
    return { values: {}, errors }
  }
}
