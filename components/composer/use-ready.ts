import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { promptLength } from '@/lib/models/judge-input'
import { useModel } from './composer-context'
import { useLiveIssues } from './live-issues'
import { useApproval } from './use-approval'

/** Whether a press of Generate would be sent. */
export function useReady(): boolean {
  const { max } = useModel().prompt
  const worded = useDrafts((state) => {
    const { prompt } = activeEntry(state).draft.input
    return prompt.trim() !== '' && (max === 0 || promptLength(prompt) <= max)
  })
  const refused = useLiveIssues().some(({ warns }) => !warns)
  const stuck = (useApproval()?.refused.length ?? 0) > 0
  return worded && !refused && !stuck
}
