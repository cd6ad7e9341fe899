import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { ApiError } from '@/lib/client/api'
import { keepAttempt } from '@/lib/client/draft'
import { attemptFor } from '@/lib/client/draft-attempt'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts } from '@/lib/client/draft-store'
import { balanceKey, modelsQuery } from '@/lib/client/models'
import { useCreateTask } from '@/lib/client/create-task'
import { getModel } from '@/lib/models/capabilities'
import type { Draft, DraftInput } from '@/lib/models/draft'
import { estimate } from '@/lib/models/estimate'
import type { TaskInput } from '@/lib/schemas/task-input'
import type { DraftForm } from './composer-context'
import { focusFirst } from './focus-first'
import { useIssueWords } from './use-issue-words'

/** Why the last press of Generate came to nothing, and the draft it was about. */
export type SubmitFailure = { error: ApiError; draft: Draft }

const isField = (path: string): path is keyof DraftInput =>
  Object.hasOwn(activeEntry(getDrafts()).draft.input, path.split('.')[0] ?? '')

/** Sends the draft: one create per take, each with its own key, kept until the answer is known. */
export function useGenerate(form: DraftForm) {
  const client = useQueryClient()
  const { mutateAsync } = useCreateTask()
  const words = useIssueWords()
  const sendingNow = useRef(false)
  const asked = useRef(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<SubmitFailure | null>(null)

  const send = async (input: TaskInput) => {
    const { id, draft, attempt: pending } = activeEntry(getDrafts())
    const attempt = attemptFor(pending, input, draft.takes, () => crypto.randomUUID())
    const model = getModel(input.model)
    const prices = client.getQueryData(modelsQuery.queryKey)?.prices
    const price = model && prices ? (estimate(input, model, prices)?.amount ?? null) : null
    keepAttempt(id, attempt)
    try {
      const requests = attempt.keys.map((key) => ({ key, input, estimate: price }))
      await mutateAsync({ requests, group: attempt.group })
      keepAttempt(id, null)
      asked.current = false
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // These keys belong to another input; any other refusal leaves them unused and good.
      if (error.code === 'idempotency_mismatch') keepAttempt(id, null)
      setFailure({ error, draft: activeEntry(getDrafts()).draft })
      for (const [path, [issue]] of Object.entries(error.fields ?? {})) {
        if (issue && isField(path)) form.setError(path, { type: issue.code, message: words(issue) })
      }
    } finally {
      void client.invalidateQueries({ queryKey: balanceKey })
    }
  }

  const submit = async (root: HTMLElement) => {
    if (sendingNow.current) return
    sendingNow.current = true
    asked.current = true
    setFailure(null)
    const onInvalid = (errors: FieldErrors<DraftInput>) => focusFirst(root, errors)
    try {
      await form.handleSubmit(async (input) => {
        setSending(true)
        await send(input)
      }, onInvalid)()
    } finally {
      sendingNow.current = false
      setSending(false)
    }
  }

  /** After a first press: judges all fields again, since material matters to several. */
  const recheck = () => {
    if (asked.current) void form.trigger()
  }

  return { submit, recheck, sending, failure }
}
