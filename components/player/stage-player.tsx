'use client'

import { useEffect, useRef, useState } from 'react'
import dynamic from 'next/dynamic'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ClipVideo } from './clip-video'
import { Deck } from './deck'
import { isTyping, playerKey } from './player-keys'
import { ratioStyle } from './ratio-style'
import { toggleFullScreen } from './toggle-full-screen'
import { usePlayer } from './use-player'

const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog))

type StagePlayerProps = {
  task: Task
  /** Width by height. */
  ratio: number
}

/** The big player of a task's own page: a dark stage and a deck under it; its keys work on the whole page. */
export function StagePlayer({ task, ratio }: StagePlayerProps) {
  const { t } = useI18n()
  const stage = useRef<HTMLDivElement>(null)
  const [player, state] = usePlayer()
  const [help, setHelp] = useState(false)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target, event.key)) return
      const fullScreen = () => void toggleFullScreen(stage.current)
      const commands = { ...player, fullScreen, help: () => setHelp(true) }
      if (playerKey(event, commands)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [player])

  return (
    <>
      <div ref={stage} className="stage" style={ratioStyle(ratio)}>
        <ClipVideo player={player} task={task} />
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
        onHelp={() => setHelp(true)}
      />
      {help && <KeysDialog onClose={() => setHelp(false)} />}
    </>
  )
}
