'use client'

import { useQueryClient } from '@tanstack/react-query'
import { cx } from '@/components/ui/cx'
import type { Task } from '@/lib/schemas/task'
import type { Player } from './player'
import { offerPoster } from './poster'

type ClipVideoProps = {
  player: Pick<Player, 'attach' | 'toggle'>
  task: Task
  /** It stays on the frame that is sought instead of starting. */
  still?: boolean
  className?: string
}

/** The native element. It exists only once somebody asked for the clip, and then starts by itself, unless a frame was asked for. */
export function ClipVideo({
  player: { attach, toggle },
  task,
  still = false,
  className,
}: ClipVideoProps) {
  const client = useQueryClient()
  return (
    <video
      ref={attach}
      src={task.result?.video_url}
      poster={task.result?.poster_url ?? undefined}
      autoPlay={!still}
      playsInline
      preload="auto"
      aria-label={task.title ?? task.input.prompt}
      onClick={toggle}
      onTimeUpdate={(event) => void offerPoster(client, task.id, event.currentTarget)}
      className={cx('size-full bg-stage object-contain', className)}
    />
  )
}
