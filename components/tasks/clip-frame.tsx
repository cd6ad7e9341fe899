'use client'

import dynamic from 'next/dynamic'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton, iconButtonClass } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useI18n } from '@/lib/client/i18n'
import { playInPlace, useIsPlaying } from '@/lib/client/playing'
import type { Task } from '@/lib/schemas/task'
import { Ticks } from './ticks'
import { useRights } from './use-rights'
import { useTaskActions } from './use-task-actions'

const InlinePlayer = dynamic(() =>
  import('@/components/player/inline-player').then((module) => module.InlinePlayer),
)

type ClipFrameProps = { task: Task; compact?: boolean }

/** A finished clip: its poster alone, what one can do with it on hover and focus, and the clip itself once asked for. */
export function ClipFrame({ task, compact = false }: ClipFrameProps) {
  const { t } = useI18n()
  const playing = useIsPlaying(task.id)
  const actions = useTaskActions(task)
  const { creates } = useRights(task)
  if (playing) return <InlinePlayer task={task} onClose={() => playInPlace(null)} />
  return (
    <div className="group/clip @container absolute inset-0 bg-stage">
      {task.result?.poster_url ? (
        <img
          src={task.result.poster_url}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        !compact && <Ticks />
      )}
      {/* The picture plays too, for the mouse; the button below is the one that has a name. */}
      <div className="absolute inset-0 cursor-pointer" onClick={() => playInPlace(task.id)} />
      {task.favourite && (
        <span
          className={cx(
            'absolute top-2 right-2 grid size-6 place-items-center rounded-sm bg-black/62 text-white',
            !compact && 'group-focus-within/clip:opacity-0 group-hover/clip:opacity-0',
          )}
        >
          <Icon name="star" size={14} filled />
          <span className="sr-only">{t('task.isFavourite')}</span>
        </span>
      )}
      <div
        className={cx(
          'pointer-events-none absolute inset-x-0 bottom-0 flex gap-1 bg-linear-to-b from-transparent to-black/55 px-2 pt-8 pb-2 transition-opacity duration-180 *:pointer-events-auto',
          'opacity-0 group-focus-within/clip:opacity-100 group-hover/clip:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:opacity-100',
          !task.result?.poster_url && 'opacity-100',
        )}
      >
        <button
          type="button"
          onClick={() => playInPlace(task.id)}
          className="flex h-8 items-center gap-1.5 rounded-md bg-plate pr-3 pl-2.25 font-medium text-white hover:bg-black pointer-coarse:h-11"
        >
          <Icon name="play" size={14} filled />
          {t('task.play')}
        </button>
        <span className="flex-1" />
        {!compact && (
          <>
            <IconButton
              icon="star"
              filled={task.favourite}
              label={t(task.favourite ? 'task.unfavourite' : 'task.favourite')}
              onClick={actions.toggleFavourite}
              look="picture"
              className="@max-[260px]:hidden pointer-coarse:hidden"
            />
            <a
              href={actions.downloadUrl}
              download
              aria-label={t('task.download')}
              data-tip={t('task.download')}
              data-tip-side="above"
              className={cx(
                'tip @max-[220px]:hidden pointer-coarse:hidden',
                iconButtonClass('picture'),
              )}
            >
              <Icon name="download" />
            </a>
            {creates && (
              <IconButton
                icon="refresh-cw"
                label={t('task.reuse')}
                onClick={actions.reuse}
                look="picture"
                className="@max-[180px]:hidden pointer-coarse:hidden"
              />
            )}
          </>
        )}
        <Menu
          label={t('task.more')}
          items={actions.cardMenu}
          trigger={(props) => (
            <IconButton
              {...props}
              icon="ellipsis"
              label={t('task.more')}
              tip="above-end"
              look="picture"
            />
          )}
        />
      </div>
    </div>
  )
}
