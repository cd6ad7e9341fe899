import { useSyncExternalStore } from 'react'
import { activeEntry } from '@/lib/client/draft-state'
import { subscribeDraftOrMedia } from '@/lib/client/draft-or-media'
import { getDrafts } from '@/lib/client/draft-store'
import { mediaRevision, mediaRules } from '@/lib/client/media-store'
import { inputOf, type Draft } from '@/lib/models/draft'
import type { InputIssue } from '@/lib/models/input-issue'
import { judgeInput } from '@/lib/models/judge-input'
import type { Settings } from '@/lib/models/settings'
import { useComposer } from './composer-context'

type Judged = { draft: Draft | null; revision: number; key: string; issues: readonly InputIssue[] }

let last: Judged = { draft: null, revision: 0, key: '', issues: [] }
const none: readonly InputIssue[] = []

/** Judged anew only when something other than the prompt's words changed: typing costs nothing here. */
function liveIssues(settings: Settings): readonly InputIssue[] {
  const { draft } = activeEntry(getDrafts())
  const revision = mediaRevision()
  if (draft === last.draft && revision === last.revision) return last.issues
  const wordless = { ...inputOf(draft), prompt: '' }
  const key = JSON.stringify([wordless, settings, revision])
  const same = key === last.key
  const judged = () =>
    judgeInput(wordless, settings, mediaRules()).filter(({ code }) => code !== 'required')
  last = { draft, revision, key, issues: same ? last.issues : judged() }
  return last.issues
}

/** What is wrong or in doubt with the draft in front, its prompt's own limits aside. */
export function useLiveIssues(): readonly InputIssue[] {
  const { settings } = useComposer().config
  return useSyncExternalStore(
    subscribeDraftOrMedia,
    () => liveIssues(settings),
    () => none,
  )
}
