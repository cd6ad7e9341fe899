'use client'

import { useMemo, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { taskOptions } from '@/lib/client/task-queries'
import { useTaskUpdates } from '@/lib/client/task-updates'
import { TaskAside } from './task-aside'
import { TaskHead } from './task-head'
import { TaskSkeleton } from './task-skeleton'
import { TaskStage } from './task-stage'
import { useAnnouncer } from './use-announcer'

type TaskBodyProps = {
  id: string
  /** What stands at the start of its head. */
  lead: ReactNode
  /** It scrolls by itself, inside what holds it. */
  inSheet?: boolean
  onGone?: () => void
  onWalk: (id: string) => void
}

/** One task, whole: the picture and the notes at the left, the facts at the right. */
export function TaskBody({ id, lead, inSheet = false, onGone, onWalk }: TaskBodyProps) {
  const { t } = useI18n()
  const { data: task, error, refetch } = useQuery(taskOptions(id))
  const followed = useMemo(() => (task ? [task] : []), [task])
  const { said, announce } = useAnnouncer({ everybody: true })
  useTaskUpdates(followed, announce)
  if (!task) {
    return (
      <>
        <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2">{lead}</header>
        {error ? (
          <div className="grid flex-1 place-items-center p-6">
            <div role="alert" className="max-w-90 text-center">
              <p className="mb-3">
                {isMissing(error) ? t('task.unknownPlace') : t('task.notRead')}
              </p>
              {!isMissing(error) && (
                <Button onClick={() => void refetch()}>{t('task.again')}</Button>
              )}
            </div>
          </div>
        ) : (
          <TaskSkeleton />
        )}
      </>
    )
  }
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <TaskHead task={task} lead={lead} onGone={onGone} />
      <div
        className={cx(
          'min-h-0 flex-1 desk:grid desk:grid-cols-[minmax(0,1fr)_min(408px,38vw)]',
          inSheet && 'max-desk:overflow-auto max-desk:overscroll-contain',
        )}
      >
        <section
          aria-label={t('task.player.label')}
          className={cx(
            'min-h-0 min-w-0 max-desk:contents desk:flex desk:flex-col desk:border-e',
            'max-desk:[&>.stage]:sticky max-desk:[&>.stage]:z-10',
            inSheet ? 'max-desk:[&>.stage]:top-0' : 'max-desk:[&>.stage]:top-13',
            'desk:[&>.stage]:aspect-(--ratio) desk:[&>.stage]:flex-[0_1_auto]',
          )}
        >
          <TaskStage task={task} />
        </section>
        <TaskAside task={task} onWalk={onWalk} />
      </div>
    </>
  )
}

function isMissing(error: Error): boolean {
  return error instanceof ApiError && error.status === 404
}
