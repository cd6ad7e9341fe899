'use client'

import { Icon } from '@/components/ui/icon'
import { ratioStyle } from '@/components/player/ratio-style'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { frameRatio } from './task-facts'
import { Ticks } from './ticks'

/** The stage before anybody asked for the clip: its poster, and one big button. */
export function ClipAtRest({ task, onPlay }: { task: Task; onPlay: () => void }) {
  const { t } = useI18n()
  return (
    <div className="stage" style={ratioStyle(frameRatio(task))}>
      {task.result?.poster_url ? (
        <img src={task.result.poster_url} alt="" className="size-full object-contain" />
      ) : (
        <Ticks look="screen" />
      )}
      <button
        type="button"
        onClick={onPlay}
        className="group absolute inset-0 grid place-items-center -outline-offset-4"
      >
        <span className="grid size-18 place-items-center rounded-full bg-plate text-white transition-colors group-hover:bg-black">
          <Icon name="play" size={26} filled className="translate-x-0.5" />
        </span>
        <span className="sr-only">{t('task.play')}</span>
      </button>
    </div>
  )
}
