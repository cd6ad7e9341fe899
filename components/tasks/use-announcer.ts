import { useCallback, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTitleCount } from '@/components/notify/use-title-count'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { isEnd } from '@/lib/client/task-end'
import type { Task } from '@/lib/schemas/task'
import { endWords, spokenName } from './end-words'
import { stateWords } from './state-words'
import { cardState } from './task-facts'

/**
 * Says each change of state of one's own tasks once: in a live region, while nobody looks as a number
 * in the title, and by the browser where that is allowed. `everybody`: of others' tasks too, spoken.
 */
export function useAnnouncer({ everybody = false } = {}) {
  const { t } = useI18n()
  const router = useRouter()
  const { id: memberId } = useMember()
  const [said, setSaid] = useState('')
  const count = useTitleCount()

  const announce = useCallback(
    (before: Task, after: Task) => {
      if (cardState(before) === cardState(after)) return
      const mine = after.author.id === memberId
      if (mine || everybody) setSaid(`${t(stateWords[cardState(after)])}: ${spokenName(after)}`)
      if (!mine || before.status === after.status) return
      const ended = isEnd(after.status)
      if (ended) count()
      void import('@/lib/client/notify').then(({ noteTask, tellOfEnd }) => {
        noteTask(after)
        if (ended)
          void tellOfEnd(after, endWords(after, t), {
            open: () => router.push(`/tasks/${after.id}`),
          })
      })
    },
    [t, count, memberId, everybody, router],
  )

  return { said, announce }
}
