import { set, type FieldErrors, type Resolver } from 'react-hook-form'
import type { DraftInput } from '@/lib/models/draft'
import type { Settings } from '@/lib/models/settings'
import { createTaskInputSchema, type TaskInput } from '@/lib/schemas/task-input'
import type { useIssueWords } from './use-issue-words'

type Words = ReturnType<typeof useIssueWords>

/**
 * The one schema of form and handler as the form's resolver. The usual adapter drops an issue's
 * params, which the sentences need.
 */
export function taskInputResolver(
  settings: Settings,
  words: Words,
): Resolver<DraftInput, unknown, TaskInput> {
  const schema = createTaskInputSchema(settings)
  return (values) => {
    const result = schema.safeParse(values)
    if (result.success) return { values: result.data, errors: {} }
    const errors: FieldErrors<DraftInput> = {}
    for (const issue of result.error.issues) {
      const params = issue.code === 'custom' ? issue.params : undefined
      const field = issue.path.join('.')
      const message = words({ field, code: issue.message, params })
      set(errors, field, { type: issue.message, message })
    }
    return { values: {}, errors }
  }
}
