'use client'

import type { ReactNode } from 'react'
import type { Task } from '@/lib/schemas/task'
import { DoubtPanel } from './doubt-panel'
import { FailurePanel } from './failure-panel'
import { LostPanel } from './lost-panel'
import { RunningFrame } from './running-frame'
import { TaskClip } from './task-clip'
import { cardState, frameRatio } from './task-facts'
import { WaitingFrame } from './waiting-frame'

/** The left side of a task's page: its clip, how far it is, or what went wrong. */
export function TaskStage({ task }: { task: Task }) {
  switch (cardState(task)) {
    case 'completed':
      return <TaskClip key={task.id} task={task} />
    case 'lost':
      return (
        <Message>
          <LostPanel task={task} />
        </Message>
      )
    case 'unconfirmed':
      return (
        <Message>
          <DoubtPanel task={task} />
        </Message>
      )
    case 'failed':
      return (
        <Message>
          {task.failure && <FailurePanel task={task} failure={task.failure} full />}
        </Message>
      )
    default:
      return (
        <div className="grid min-h-0 flex-1 place-items-center bg-sunken p-6">
          <div
            style={{ aspectRatio: frameRatio(task) }}
            className="frame-edge relative max-h-full w-full max-w-200 overflow-hidden rounded-lg max-desk:max-h-[50dvh]"
          >
            {task.status === 'waiting' ? (
              <WaitingFrame task={task} />
            ) : (
              <RunningFrame task={task} />
            )}
          </div>
        </div>
      )
  }
}

function Message({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-sunken p-6">
      <div className="min-h-50 w-full max-w-130 *:min-h-50">{children}</div>
    </div>
  )
}
