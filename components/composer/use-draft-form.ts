import { useLayoutEffect, useMemo, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { editDraft } from '@/lib/client/draft'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts, subscribeDrafts } from '@/lib/client/draft-store'
import type { DraftInput } from '@/lib/models/draft'
import type { Settings } from '@/lib/models/settings'
import { emptyDraft } from '@/lib/models/settle-draft'
import type { TaskInput } from '@/lib/schemas/task-input'
import type { DraftForm } from './composer-context'
import { taskInputResolver } from './task-input-resolver'
import { useIssueWords } from './use-issue-words'

/**
 * The form over the draft in front. What is typed lives in the form and is mirrored into the draft;
 * what changes the draft from outside (another draft, another model, Undo) is taken over by the form.
 */
export function useDraftForm(settings: Settings): DraftForm {
  const words = useIssueWords()
  const resolver = useMemo(() => taskInputResolver(settings, words), [settings, words])
  const form = useForm<DraftInput, unknown, TaskInput>({
    // The server's page and the first render here; the stored draft follows before the first paint.
    defaultValues: emptyDraft().input,
    resolver,
    shouldFocusError: false,
  })
  const shown = useRef({ id: '', revision: -1 })

  useLayoutEffect(() => {
    let taking = false
    const take = () => {
      const { id, revision, draft } = activeEntry(getDrafts())
      if (shown.current.id === id && shown.current.revision === revision) return
      shown.current = { id, revision }
      taking = true
      form.reset(draft.input, { keepFieldsRef: true })
      taking = false
    }
    take()
    const stopFollowing = subscribeDrafts(take)
    const stopMirroring = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (!taking) editDraft(shown.current.id, values)
      },
    })
    return () => {
      stopFollowing()
      stopMirroring()
    }
  }, [form])

  return form
}
