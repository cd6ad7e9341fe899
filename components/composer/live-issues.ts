import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { inputOf } from '@/lib/models/draft'
import type { InputIssue } from '@/lib/models/input-issue'
import { judge } from '@/lib/models/judge'
import type { Settings } from '@/lib/models/settings'
import { useComposer } from './composer-context'

let last: { key: string; issues: readonly InputIssue[] } = { key: '', issues: [] }

/** Judged anew only when something other than the prompt's words changed: typing costs nothing here. */
function liveIssues(state: DraftState, settings: Settings): readonly InputIssue[] {
  const { prompt: _words, ...rest } = inputOf(activeEntry(state).draft)
  const key = JSON.stringify([rest, settings])
  if (key !== last.key) {
    const issues = judge(rest, settings).filter(({ code }) => code !== 'required')
    last = { key, issues }
  }
  return last.issues
}

/** What is wrong or in doubt with the draft in front, its prompt's own limits aside. */
export function useLiveIssues(): readonly InputIssue[] {
  const { settings } = useComposer().config
  return useDrafts((state) => liveIssues(state, settings))
}
