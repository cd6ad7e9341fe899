'use client'

import type { RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { cx } from '@/components/ui/cx'
import type { Task } from '@/lib/schemas/task'
import { offerPoster } from './poster'

type ClipVideoProps = {
  ref: RefObject<HTMLVideoElement | null>
  task: Task
  onClick: () => void
  className?: string
}

/** The native element. It exists only once somebody asked for the clip, and then starts by itself. */
export function ClipVideo({ ref, task, onClick, className }: ClipVideoProps) {
  const client = useQueryClient()
  return (
    <video
      ref={ref}
      src={task.result?.video_url}
      poster={task.result?.poster_url ?? undefined}
      autoPlay
      playsInline
      preload="auto"
      aria-label={task.title ?? task.input.prompt}
      onClick={onClick}
      onTimeUpdate={(event) => void offerPoster(client, task.id, event.currentTarget)}
      className={cx('size-full bg-stage object-contain', className)}
    />
  )
}
