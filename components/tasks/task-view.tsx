'use client'

import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { iconButtonClass } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { TaskBody } from './task-body'
import { TaskWalk } from './task-walk'
import { useTaskName } from './use-task-name'
import { useTaskId, useWalk } from './use-walk'

/** A task on a page of its own, in the gallery without filters. The page brings its data. */
export function TaskView({ id: initial }: { id: string }) {
  const { t } = useI18n()
  const id = useTaskId(initial)
  const walk = useWalk(id, '')
  useTaskName(id)
  return (
    <main id="content" className="flex min-w-0 flex-1 flex-col bg-raised desk:h-dvh">
      <TaskBody
        id={id}
        onWalk={walk.go}
        lead={
          <>
            <Link
              href="/"
              aria-label={t('task.back')}
              data-tip={t('task.back')}
              data-tip-side="below"
              className={cx('tip pointer-coarse:size-11', iconButtonClass())}
            >
              <Icon name="arrow-left" />
            </Link>
            <span className="mx-1.5 h-5 w-px bg-line" />
            <TaskWalk walk={walk} />
          </>
        }
      />
    </main>
  )
}
