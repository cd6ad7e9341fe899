import { useFormState } from 'react-hook-form'
import { useComposer, type DraftField } from './composer-context'
import { useLiveIssues } from './live-issues'
import { useIssueWords } from './use-issue-words'

export type FieldProblem = { message: string; tone: 'refusal' | 'doubt' }

/**
 * What to say under a field: why the last press of Generate was refused, else what is in doubt now.
 * A refusal is not shown before anyone asks: an unfinished form is not a wrong one.
 */
export function useProblem(field: DraftField): FieldProblem | undefined {
  const { errors } = useFormState({ control: useComposer().form.control, name: field })
  const doubt = useLiveIssues().find((issue) => issue.field === field && issue.warns)
  const words = useIssueWords()
  const refusal = errors[field]?.message
  if (typeof refusal === 'string') return { message: refusal, tone: 'refusal' }
  return doubt && { message: words(doubt), tone: 'doubt' }
}
