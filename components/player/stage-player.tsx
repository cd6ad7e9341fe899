'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ClipVideo } from './clip-video'
import { Deck } from './deck'
import type { Player, PlayerState } from './player'
import { isTyping, playerKey } from './player-keys'
import { ratioStyle } from './ratio-style'
import { toggleFullScreen } from './toggle-full-screen'

type StagePlayerProps = {
  player: Player
  state: PlayerState
  task: Task
  /** Width by height. */
  ratio: number
  still?: boolean
  pins?: ReactNode
  frameAction?: ReactNode
}

/** The big player of a task's own page: a dark stage and a deck under it; its keys work on the whole page. */
export function StagePlayer({
  player,
  state,
  task,
  ratio,
  still,
  pins,
  frameAction,
}: StagePlayerProps) {
  const { t } = useI18n()
  const stage = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target, event.key)) return
      const fullScreen = () => void toggleFullScreen(stage.current)
      if (playerKey(event, { ...player, fullScreen })) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [player])

  return (
    <>
      <div ref={stage} className="stage" style={ratioStyle(ratio)}>
        <ClipVideo player={player} task={task} still={still} />
        {state.failed && (
          <p className="absolute inset-0 grid place-items-center bg-stage text-white">
            {t('task.player.failed')}
          </p>
        )}
      </div>
      <Deck
        player={player}
        state={state}
        onFullScreen={() => void toggleFullScreen(stage.current)}
        pins={pins}
        className="border-b desk:border-b-0"
        lead={frameAction}
      />
    </>
  )
}
