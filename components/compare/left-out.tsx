'use client'

import Link from 'next/link'
import { stateWords } from '@/components/tasks/state-words'
import { cardState } from '@/components/tasks/task-facts'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'

/** Why clips that the address names are not on the stage. */
export function LeftOut({ tasks, missing }: { tasks: readonly Task[]; missing: number }) {
  const { t } = useI18n()
  if (tasks.length === 0 && missing === 0) return null
  return (
    <ul className="grid shrink-0 gap-1 border-t px-4.5 py-2 text-ink-soft">
      {tasks.map((task) => (
        <li key={task.id} className="flex min-w-0 items-center gap-2">
          <Icon name={task.status === 'failed' ? 'circle-exclamation-point' : 'clock'} size={14} />
          <span className="shrink-0 font-medium text-ink">{t(stateWords[cardState(task)])}</span>
          <span className="min-w-0 truncate">{task.title ?? task.input.prompt}</span>
          <Link href={`/tasks/${task.id}`} prefetch={false} className="text-link shrink-0">
            {t('task.details')}
          </Link>
        </li>
      ))}
      {missing > 0 && (
        <li className="flex items-center gap-2">
          <Icon name="circle-question-mark" size={14} />
          {t('compare.missing', { count: missing })}
        </li>
      )}
    </ul>
  )
}
