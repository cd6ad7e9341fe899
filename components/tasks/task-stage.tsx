'use client'

import { useEffect, useState, type ReactNode } from 'react'
import dynamic from 'next/dynamic'
import { Icon } from '@/components/ui/icon'
import { DeckAtRest } from '@/components/player/deck-at-rest'
import { ratioStyle } from '@/components/player/ratio-style'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { DoubtPanel } from './doubt-panel'
import { FailurePanel } from './failure-panel'
import { LostPanel } from './lost-panel'
import { RunningFrame } from './running-frame'
import { cardState, frameRatio, outputFacts } from './task-facts'
import { Ticks } from './ticks'
import { WaitingFrame } from './waiting-frame'

const StagePlayer = dynamic(() =>
  import('@/components/player/stage-player').then((module) => module.StagePlayer),
)

/** The left side of a task's page: its clip, how far it is, or what went wrong. */
export function TaskStage({ task }: { task: Task }) {
  switch (cardState(task)) {
    case 'completed':
      return <Clip task={task} />
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

/** No byte of the clip is fetched before somebody asks for it: until then the poster, and a deck at rest. */
function Clip({ task }: { task: Task }) {
  const { t } = useI18n()
  const [asked, setAsked] = useState(false)
  const ratio = frameRatio(task)

  useEffect(() => {
    if (asked) return
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      const free = target === document.body || target === null
      if (free && (key === ' ' || key === 'k' || key === 'l')) setAsked(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [asked])

  if (asked) return <StagePlayer task={task} ratio={ratio} />
  return (
    <>
      <div className="stage" style={ratioStyle(ratio)}>
        {task.result?.poster_url ? (
          <img src={task.result.poster_url} alt="" className="size-full object-contain" />
        ) : (
          <Ticks look="screen" />
        )}
        <button
          type="button"
          onClick={() => setAsked(true)}
          className="group absolute inset-0 grid place-items-center -outline-offset-4"
        >
          <span className="grid size-18 place-items-center rounded-full bg-plate text-white transition-colors group-hover:bg-black">
            <Icon name="play" size={26} filled className="translate-x-0.5" />
          </span>
          <span className="sr-only">{t('task.play')}</span>
        </button>
      </div>
      <DeckAtRest
        duration={task.result?.duration ?? outputFacts(task).seconds}
        onPlay={() => setAsked(true)}
      />
    </>
  )
}
