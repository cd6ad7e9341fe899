'use client'

import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { CardFacts } from './card-facts'
import { ClipFrame } from './clip-frame'
import { DoubtPanel } from './doubt-panel'
import { FailurePanel } from './failure-panel'
import { LostPanel } from './lost-panel'
import { RunningFrame } from './running-frame'
import { stateWords } from './state-words'
import { cardState, frameRatio, shownCost } from './task-facts'
import { WaitingFrame } from './waiting-frame'

type TaskCardProps = {
  task: Task
  width: string
  /** The frame's width when it stands beside its facts. */
  upright: string | null
  /** Width by height that a message takes in its row; one with more to say is taller. */
  messageRatio: number
}

/** One task of the feed: the frame in its true ratio, or a message in its place, and the facts. */
export const TaskCard = memo(function TaskCard({
  task,
  width,
  upright,
  messageRatio,
}: TaskCardProps) {
  const { t } = useI18n()
  const state = cardState(task)
  const message = messageFor(task)
  return (
    <article
      aria-label={`${t(stateWords[state])}: ${task.title ?? task.input.prompt}`}
      style={{ width }}
      className={cx('group/card @container relative min-w-0', upright && 'flex gap-3')}
    >
      {message ? (
        <div className="grid" style={{ aspectRatio: width === '100%' ? undefined : messageRatio }}>
          {message}
        </div>
      ) : (
        <div
          style={{ aspectRatio: frameRatio(task), width: upright ?? undefined }}
          className="frame-edge relative shrink-0 overflow-hidden rounded-md"
        >
          {state === 'completed' ? (
            <ClipFrame task={task} />
          ) : state === 'waiting' ? (
            <WaitingFrame task={task} />
          ) : (
            <RunningFrame task={task} />
          )}
        </div>
      )}
      <CardFacts task={task} cost={shownCost(task)} upright={upright !== null} />
    </article>
  )
})

function messageFor(task: Task) {
  const state = cardState(task)
  if (state === 'lost') return <LostPanel task={task} />
  if (state === 'unconfirmed') return <DoubtPanel task={task} />
  if (state === 'failed' && task.failure) return <FailurePanel task={task} failure={task.failure} />
  return null
}
