'use client'

import { useEffect, useRef, type KeyboardEvent } from 'react'
import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton, iconButtonClass } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ClipVideo } from './clip-video'
import { isTyping, playerKey } from './player-keys'
import { SeekBar } from './seek-bar'
import { toggleFullScreen } from './toggle-full-screen'
import { usePlayer } from './use-player'

/** The clip in its card: it starts at once, and its bar shows on hover, on focus and while it rests. */
export function InlinePlayer({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useI18n()
  const root = useRef<HTMLDivElement>(null)
  const [player, state] = usePlayer()

  useEffect(() => root.current?.focus({ preventScroll: true }), [])

  const fullScreen = () => void toggleFullScreen(player.element())
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (isTyping(event.target, event.key)) return
    if (playerKey(event, { ...player, fullScreen })) event.preventDefault()
  }

  return (
    <div
      ref={root}
      role="group"
      aria-label={t('task.player.label')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="group/player @container absolute inset-0 bg-stage outline-none"
    >
      <ClipVideo player={player} task={task} />
      {state.failed && (
        <p className="absolute inset-0 grid place-items-center bg-stage p-4 text-center text-white">
          {t('task.player.failed')}
        </p>
      )}
      <IconButton
        icon="x"
        label={t('task.player.close')}
        tip="none"
        onClick={onClose}
        look="picture"
        className="absolute! top-2 right-2 z-4 opacity-0 group-focus-within/player:opacity-100 group-hover/player:opacity-100 pointer-coarse:opacity-100"
      />
      <div
        className={cx(
          'absolute inset-x-0 bottom-0 z-4 flex items-center gap-1.5 bg-linear-to-b from-transparent to-black/60 px-2 pt-8 pb-2 transition-opacity duration-180',
          state.playing &&
            'opacity-0 group-focus-within/player:opacity-100 group-hover/player:opacity-100',
        )}
      >
        <IconButton
          icon={state.playing ? 'pause' : 'play'}
          filled
          iconSize={14}
          label={t(state.playing ? 'task.player.pause' : 'task.player.play')}
          tip="none"
          onClick={player.toggle}
          look="picture"
        />
        <SeekBar player={player} state={state} look="line" />
        <IconButton
          icon={state.muted ? 'volume-x' : 'volume-2'}
          label={t('task.player.sound')}
          aria-pressed={!state.muted}
          tip="none"
          onClick={player.toggleMute}
          look="picture"
          className="@max-[240px]:hidden"
        />
        <IconButton
          icon="maximize"
          label={t('task.player.fullScreen')}
          tip="none"
          onClick={fullScreen}
          look="picture"
          className="@max-[200px]:hidden"
        />
        <Link
          href={`/tasks/${task.id}`}
          aria-label={t('task.open')}
          className={cx(iconButtonClass('picture'), '@max-[280px]:hidden')}
        >
          <Icon name="panel-right" />
        </Link>
      </div>
    </div>
  )
}
