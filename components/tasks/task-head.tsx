'use client'

import { useState, type ReactNode } from 'react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Face } from '@/components/ui/face'
import { Icon } from '@/components/ui/icon'
import { IconButton, iconButtonClass } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Task } from '@/lib/schemas/task'
import { CollectButton } from './collect-button'
import { cardState } from './task-facts'
import { TaskTitle } from './task-title'
import { usePageMenu } from './use-page-menu'
import { useTaskActions } from './use-task-actions'

const ShareDialog = dynamic(() =>
  import('@/components/share/share-dialog').then((module) => module.ShareDialog),
)

type TaskHeadProps = {
  task: Task
  /** Where one came from, and the way to the neighbours. */
  lead: ReactNode
  /** After the task was taken out of sight. */
  onGone?: () => void
}

export function TaskHead({ task, lead, onGone }: TaskHeadProps) {
  const { t, format } = useI18n()
  const { member, team } = useConfig()
  const [sharing, setSharing] = useState(false)
  const actions = useTaskActions(task)
  const creates = isAtLeast(member, 'creator')
  const mine = mayChange(member, { authorId: task.author.id })
  const finished = cardState(task) === 'completed'
  const share = finished && mine ? () => setSharing(true) : null
  const menu = usePageMenu(task, { share, onGone })
  const wide = 'max-sm:hidden'
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 max-sm:gap-0">
      {lead}
      <span className="flex shrink-0 items-center gap-2 ps-2 max-sm:hidden">
        {team && (
          <>
            <Face name={task.author.name} />
            <b className="max-w-32 shrink-0 truncate font-medium max-desk:hidden">
              {task.author.name}
            </b>
          </>
        )}
        <time
          dateTime={task.created_at}
          className="shrink-0 whitespace-nowrap text-ink-soft max-wide:hidden"
        >
          {format.moment(task.created_at)}
        </time>
      </span>
      <TaskTitle key={task.id} task={task} onRename={mine ? actions.rename : null} />
      <span className="flex-1" />
      <IconButton
        icon="star"
        filled={task.favourite}
        label={t(task.favourite ? 'task.unfavourite' : 'task.favourite')}
        aria-pressed={task.favourite}
        tip="below"
        onClick={actions.toggleFavourite}
        className={cx(wide, task.favourite && 'text-ink')}
      />
      {finished && creates && <CollectButton taskId={task.id} />}
      {task.take_group && (
        <Link
          href={`/compare?group=${task.take_group}`}
          prefetch={false}
          aria-label={t('task.compareTakes')}
          data-tip={t('task.compareTakes')}
          data-tip-side="below"
          className={cx('tip', wide, iconButtonClass())}
        >
          <Icon name="columns-2" />
        </Link>
      )}
      {share && (
        <IconButton
          icon="link-2"
          label={t('task.share')}
          aria-haspopup="dialog"
          tip="below"
          onClick={share}
          className={wide}
        />
      )}
      {finished && (
        <a
          href={actions.downloadUrl}
          download
          aria-label={t('task.download')}
          data-tip={t('task.download')}
          data-tip-side="below"
          className={cx('tip', wide, iconButtonClass())}
        >
          <Icon name="download" />
        </a>
      )}
      <Menu
        label={t('task.more')}
        items={menu}
        trigger={(props) => (
          <IconButton
            {...props}
            icon="ellipsis"
            label={t('task.more')}
            tip="below-end"
            className="pointer-coarse:size-11"
          />
        )}
      />
      {creates && (
        <Button kind="primary" className="ms-1.5 pointer-coarse:h-11" onClick={actions.reuse}>
          <Icon name="refresh-cw" />
          <span className="max-sm:sr-only">{t('task.reuse')}</span>
        </Button>
      )}
      {sharing && <ShareDialog taskId={task.id} onClose={() => setSharing(false)} />}
    </header>
  )
}
