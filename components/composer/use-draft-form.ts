import { useLayoutEffect, useMemo, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { editDraft, fillDraft } from '@/lib/client/draft'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts, subscribeDrafts } from '@/lib/client/draft-store'
import type { DraftInput } from '@/lib/models/draft'
import type { Settings } from '@/lib/models/settings'
import { emptyDraft } from '@/lib/models/settle-draft'
import type { TaskInput } from '@/lib/schemas/task-input'
import type { DraftForm } from './composer-context'
import { promptId } from './insert-text'
import { taskInputResolver } from './task-input-resolver'
import { useIssueWords } from './use-issue-words'

/** Words typed into the server's page before the script was there: so far only the field has them. */
function earlyWords(): string {
  if (typeof document === 'undefined') return ''
  const field = document.getElementById(promptId)
  return field instanceof HTMLTextAreaElement ? field.value : ''
}

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
  // Read while rendering: as soon as the form has the field it writes its own value into it.
  const early = useRef<string | null>(null)
  early.current ??= earlyWords()

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
    if (early.current) fillDraft({ prompt: early.current })
    early.current = ''
    return () => {
      stopFollowing()
      stopMirroring()
    }
  }, [form])

  return form
}
