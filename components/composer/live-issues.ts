import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { inputOf, type Draft } from '@/lib/models/draft'
import type { InputIssue } from '@/lib/models/input-issue'
import { judge } from '@/lib/models/judge'
import type { Settings } from '@/lib/models/settings'
import { useComposer } from './composer-context'

let last: { draft: Draft | null; key: string; issues: readonly InputIssue[] } = {
  draft: null,
  key: '',
  issues: [],
}

/** Judged anew only when something other than the prompt's words changed: typing costs nothing here. */
function liveIssues(state: DraftState, settings: Settings): readonly InputIssue[] {
  const { draft } = activeEntry(state)
  if (draft === last.draft) return last.issues
  const wordless = { ...inputOf(draft), prompt: '' }
  const key = JSON.stringify([wordless, settings])
  const same = key === last.key
  const judged = () => judge(wordless, settings).filter(({ code }) => code !== 'required')
  last = { draft, key, issues: same ? last.issues : judged() }
  return last.issues
}

/** What is wrong or in doubt with the draft in front, its prompt's own limits aside. */
export function useLiveIssues(): readonly InputIssue[] {
  const { settings } = useComposer().config
  return useDrafts((state) => liveIssues(state, settings))
}
