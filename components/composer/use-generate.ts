import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { ApiError } from '@/lib/client/api'
import { useMember } from '@/lib/client/config'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts } from '@/lib/client/draft-store'
import { balanceKey } from '@/lib/client/models'
import type { Draft, DraftInput } from '@/lib/models/draft'
import type { TaskInput } from '@/lib/models/task-input'
import type { DraftForm } from './composer-context'
import { focusFirst } from './focus-first'
import { parts } from './parts'
import { useIssueWords } from './use-issue-words'

/** Why the last press of Generate came to nothing, and the draft it was about. */
export type SubmitFailure = { error: ApiError; draft: Draft }

const isField = (path: string): path is keyof DraftInput =>
  Object.hasOwn(activeEntry(getDrafts()).draft.input, path.split('.')[0] ?? '')

function unreachable(cause: unknown): never {
  throw new ApiError('network', 'A part of the page could not be loaded', { cause })
}

/** What a press of Generate does: judge, send, and say what came of it. */
export function useGenerate(form: DraftForm) {
  const client = useQueryClient()
  const member = useMember()
  const words = useIssueWords()
  const sendingNow = useRef(false)
  const asked = useRef(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<SubmitFailure | null>(null)

  const send = async (input: TaskInput) => {
    try {
      const pressed = activeEntry(getDrafts())
      const { sendDraft } = await parts.send.load().catch(unreachable)
      await sendDraft(client, member, pressed, input)
      asked.current = false
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
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
