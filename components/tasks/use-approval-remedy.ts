import { useState } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { knownMedia } from '@/lib/client/media-store'
import type { MessageKey } from '@/lib/client/messages'
import { notify } from '@/lib/client/notices'
import { submitAssets } from '@/lib/client/submit-assets'
import { getModel } from '@/lib/models/capabilities'
import { mediaReference } from '@/lib/models/reference'
import type { Task, TaskFailure } from '@/lib/schemas/task'

/** Failures that a review may mend; real people have a review of their own. */
const remedies: Readonly<Record<string, { label: MessageKey; realPerson: boolean }>> = {
  real_person_image: { label: 'task.sendForApproval', realPerson: true },
  asset_refused: { label: 'task.submitAgain', realPerson: false },
  asset_not_approved: { label: 'task.sendForApproval', realPerson: false },
}

/** Hands the task's own material in for review, where that may be what a failure asks for; else null. */
export function useApprovalRemedy(task: Task, failure: TaskFailure) {
  const { t } = useI18n()
  const [sent, setSent] = useState(false)
  const library = getModel(task.model)?.references.library ?? null
  const remedy = remedies[failure.code]
  const fits = remedy !== undefined && (!remedy.realPerson || library === 'sp')
  if (!fits || library === null || task.material.length === 0 || sent) return null
  const isPortrait = (id: string) =>
    !remedy.realPerson || (knownMedia(mediaReference(id))?.kind ?? 'image') === 'image'
  const submit = async () => {
    try {
      await submitAssets(task.material.filter(isPortrait), library, remedy.realPerson)
      setSent(true)
      notify({ text: t('task.sentForApproval') })
    } catch {
      notify({ text: t('task.notSubmitted'), tone: 'bad' })
    }
  }
  return { label: t(remedy.label), submit: () => void submit() }
}
