'use client'

import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import { taskOptions } from '@/lib/client/task-queries'
import { useTaskUpdates } from '@/lib/client/task-updates'
import { TaskAside } from './task-aside'
import { TaskHead } from './task-head'
import { TaskStage } from './task-stage'
import { useAnnouncer } from './use-announcer'

/** One task, whole: the picture at the left, the facts at the right. The page brings its data. */
export function TaskView({ id }: { id: string }) {
  const { t } = useI18n()
  const { data: task } = useQuery(taskOptions(id))
  const followed = useMemo(() => (task ? [task] : []), [task])
  const { said, announce } = useAnnouncer()
  useTaskUpdates(followed, announce)
  if (!task) return null
  return (
    <main id="content" className="flex min-w-0 flex-1 flex-col bg-raised desk:h-dvh">
      <p role="status" className="sr-only">
        {said}
      </p>
      <TaskHead task={task} />
      <div className="min-h-0 flex-1 desk:grid desk:grid-cols-[minmax(0,1fr)_min(408px,38vw)]">
        <section
          aria-label={t('task.player.label')}
          className="flex min-h-0 min-w-0 flex-col max-desk:sticky max-desk:top-13 max-desk:z-10 desk:border-e"
        >
          <TaskStage task={task} />
        </section>
        <TaskAside task={task} />
      </div>
    </main>
  )
}
