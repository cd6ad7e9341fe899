import { useCallback, useEffect, useState } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { stateWords } from './state-words'
import { cardState } from './task-facts'

const spokenLength = 60

/** Says each change of state once: in a live region, and, while nobody looks, as a number in the title. */
export function useAnnouncer() {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  const [unseen, setUnseen] = useState(0)

  const announce = useCallback(
    (before: Task, after: Task) => {
      if (cardState(before) === cardState(after)) return
      const prompt = after.title ?? after.input.prompt
      const short = prompt.length > spokenLength ? `${prompt.slice(0, spokenLength)}…` : prompt
      setSaid(`${t(stateWords[cardState(after)])}: ${short}`)
      const ended = after.status !== before.status && !isRunning(after)
      if (ended && document.visibilityState === 'hidden') setUnseen((count) => count + 1)
    },
    [t],
  )

  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') setUnseen(0)
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [])

  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '')
    document.title = unseen > 0 ? `(${unseen}) ${plain}` : plain
  }, [unseen])

  return { said, announce }
}

function isRunning({ status }: Task): boolean {
  return (
    status === 'waiting' ||
    status === 'submitting' ||
    status === 'queued' ||
    status === 'processing'
  )
}
