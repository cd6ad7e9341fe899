'use client'

import { useCallback } from 'react'
import { useRouter } from 'next/navigation'
import { useQueries } from '@tanstack/react-query'
import { cardState } from '@/components/tasks/task-facts'
import { useI18n } from '@/lib/client/i18n'
import { taskOptions } from '@/lib/client/task-queries'
import { useTaskUpdates } from '@/lib/client/task-updates'
import type { Task } from '@/lib/schemas/task'
import { CompareMessage } from './compare-message'
import { CompareScreen } from './compare-screen'
import { fewest, most } from './compare-views'
import { LeftOut } from './left-out'

type CompareViewProps = {
  /** What the address names and the reader may see, in its order. The page brings the tasks. */
  ids: readonly string[]
  /** How many more it names. */
  missing: number
}

const combine = (answers: { data: Task | undefined }[]) => answers.flatMap(({ data }) => data ?? [])
const nothing = () => {}

/** The clips that can be played, and a word about each that cannot. A take that finishes meanwhile joins. */
export function CompareView({ ids, missing }: CompareViewProps) {
  const { t } = useI18n()
  const router = useRouter()
  const tasks = useQueries({ queries: ids.map(taskOptions), combine })
  useTaskUpdates(tasks, nothing)
  const playable = tasks.filter((task) => cardState(task) === 'completed')
  const others = tasks.filter((task) => cardState(task) !== 'completed')
  const close = useCallback(() => {
    if (history.length > 1) router.back()
    else router.push('/gallery')
  }, [router])

  const leftOut = <LeftOut tasks={others} missing={missing} />
  if (playable.length > most) {
    const text = t('compare.tooMany', { count: playable.length })
    const firstFour = playable.slice(0, most).map(({ id }) => id)
    return (
      <CompareMessage
        text={text}
        action={{ href: `/compare?ids=${firstFour.join(',')}`, label: t('compare.firstFour') }}
        onClose={close}
      />
    )
  }
  if (playable.length < fewest) {
    const text = t(ids.length + missing < fewest ? 'compare.tooFew' : 'compare.notEnough')
    return (
      <CompareMessage
        text={text}
        action={{ href: '/gallery', label: t('compare.toGallery') }}
        onClose={close}
      >
        {leftOut}
      </CompareMessage>
    )
  }
  return <CompareScreen tasks={playable} remarks={leftOut} onClose={close} />
}
