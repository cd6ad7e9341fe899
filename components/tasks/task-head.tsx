'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton, iconButtonClass } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { cardState } from './task-facts'
import { TaskTitle } from './task-title'
import { useTaskActions } from './use-task-actions'

export function TaskHead({ task }: { task: Task }) {
  const { t, format } = useI18n()
  const actions = useTaskActions(task)
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2">
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
      <TaskTitle task={task} onRename={actions.rename} />
      <time
        dateTime={task.created_at}
        className="shrink-0 px-1.5 whitespace-nowrap text-ink-faint max-sm:hidden"
      >
        {format.moment(task.created_at)}
      </time>
      <span className="flex-1" />
      <IconButton
        icon="star"
        filled={task.favourite}
        label={t(task.favourite ? 'task.unfavourite' : 'task.favourite')}
        aria-pressed={task.favourite}
        tip="below"
        onClick={actions.toggleFavourite}
        className={task.favourite ? 'text-ink' : undefined}
      />
      {cardState(task) === 'completed' && (
        <a
          href={actions.downloadUrl}
          download
          aria-label={t('task.download')}
          data-tip={t('task.download')}
          data-tip-side="below"
          className={cx('tip', iconButtonClass())}
        >
          <Icon name="download" />
        </a>
      )}
      <Menu
        label={t('task.more')}
        items={actions.menu}
        trigger={(props) => (
          <IconButton {...props} icon="ellipsis" label={t('task.more')} tip="below" />
        )}
      />
      <Button kind="primary" className="ms-1.5" onClick={actions.reuse}>
        <Icon name="refresh-cw" />
        <span className="max-sm:sr-only">{t('task.reuse')}</span>
      </Button>
    </header>
  )
}
