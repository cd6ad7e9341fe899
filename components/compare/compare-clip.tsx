'use client'

import { useState, type CSSProperties } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ClipLetter } from './clip-letter'
import type { SharedClock } from './shared-clock'

type CompareClipProps = {
  clock: SharedClock
  task: Task
  letter: string
  heard: boolean
  /** Where its name stands on the picture. */
  side: 'left' | 'right'
  framed: boolean
  onPress: () => void
  style?: CSSProperties
  className?: string
}

/** One of the clips on the stage, and what it is called. */
export function CompareClip(props: CompareClipProps) {
  const { clock, task, letter, heard, side, framed, onPress, style, className } = props
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  const picked = task.picked_by !== null
  return (
    <figure
      style={style}
      className={cx(
        'relative min-h-0 min-w-0 overflow-hidden bg-stage',
        framed && 'rounded-xs',
        framed && picked && 'z-1 shadow-[0_0_0_2px_var(--color-picked)]',
        className,
      )}
    >
      <video
        ref={clock.attachAs(task.id)}
        src={task.result?.video_url}
        poster={task.result?.poster_url ?? undefined}
        playsInline
        preload="auto"
        muted
        aria-label={`${letter}: ${task.title ?? task.input.prompt}`}
        onError={() => setFailed(true)}
        onClick={onPress}
        className="size-full object-contain"
      />
      <canvas
        ref={clock.paintAs(task.id)}
        width={0}
        height={0}
        aria-hidden
        className="pointer-events-none absolute inset-0 size-full object-contain"
      />
      {failed && (
        <p className="absolute inset-0 grid place-items-center bg-stage p-4 text-center text-white">
          {t('task.player.failed')}
        </p>
      )}
      <figcaption
        className={cx(
          'pointer-events-none absolute top-3 flex h-8 max-w-[calc(100%-24px)] items-center gap-1.5 rounded-md bg-plate px-1 pe-2.5 text-white max-sm:top-1.5 max-sm:h-6.5 max-sm:px-0.5',
          side === 'left' ? 'left-3 max-sm:left-1.5' : 'right-3 max-sm:right-1.5',
        )}
      >
        <ClipLetter letter={letter} picked={picked} onPicture />
        <span className="min-w-0 truncate font-mono text-2xs text-white/85 max-sm:hidden">
          {task.model}
        </span>
        {heard && (
          <>
            <Icon name="volume-2" size={14} className="text-white/85" />
            <span className="sr-only">{t('compare.heard')}</span>
          </>
        )}
      </figcaption>
    </figure>
  )
}
