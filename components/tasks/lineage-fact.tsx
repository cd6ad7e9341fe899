'use client'

import { useState } from 'react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import type { Lineage, Relative } from '@/lib/schemas/lineage'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'

/** More of them are folded into a number. */
const mostShown = 2

export function lineageOptions(id: string) {
  return queryOptions({
    queryKey: ['lineage', id],
    queryFn: ({ signal }) =>
      api<Lineage>(`/api/tasks/${encodeURIComponent(id)}/lineage`, { signal }),
  })
}

/** One step back and one step on, as a small tree; a press walks along it. */
export function LineageFact({ task, onWalk }: { task: Task; onWalk?: (id: string) => void }) {
  const { t } = useI18n()
  const { data, isError, refetch } = useQuery(lineageOptions(task.id))
  const isAlone = data && data.made_from.length === 0 && data.led_to.length === 0
  return (
    <Fact title={t('task.lineage.title')}>
      {isError && !data ? (
        <p className="flex flex-wrap items-center gap-2 text-ink-soft">
          {t('task.lineage.notRead')}
          <Button size="sm" onClick={() => void refetch()}>
            {t('task.again')}
          </Button>
        </p>
      ) : isAlone ? (
        <p className="text-ink-soft">{t('task.lineage.nothing')}</p>
      ) : (
        <div className="@container flex min-h-17 items-center">
          {data && (
            <>
              {data.made_from.length > 0 && (
                <>
                  <Kin relatives={data.made_from} onWalk={onWalk} />
                  <Join />
                </>
              )}
              <div className="w-23 shrink-0 @max-[330px]:w-18">
                <Picture
                  poster={task.result?.poster_url ?? null}
                  className="shadow-[0_0_0_2px_var(--color-raised),0_0_0_4px_var(--color-ink)]"
                />
                <p className="mt-1.5 truncate text-2xs leading-3.5 font-medium">
                  {t('task.lineage.here')}
                </p>
              </div>
              {data.led_to.length > 0 && (
                <>
                  <Join forks={data.led_to.length > 1} />
                  <Kin relatives={data.led_to} onWalk={onWalk} beside />
                </>
              )}
            </>
          )}
        </div>
      )}
    </Fact>
  )
}

type KinProps = {
  relatives: readonly Relative[]
  onWalk?: (id: string) => void
  /** Words beside the picture instead of under it. */
  beside?: boolean
}

function Kin({ relatives, onWalk, beside = false }: KinProps) {
  const { t } = useI18n()
  const [all, setAll] = useState(false)
  const more = relatives.length - mostShown
  return (
    <ul className={cx('grid gap-2', beside ? 'min-w-0 flex-1' : 'w-21 shrink-0 @max-[330px]:w-16')}>
      {relatives.slice(0, all ? undefined : mostShown).map((relative) => (
        <li key={relative.id} className="min-w-0">
          <RelativeLink relative={relative} beside={beside} onWalk={onWalk} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Button kind="ghost" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('task.lineage.fewer') : t('task.lineage.more', { count: more })}
          </Button>
        </li>
      )}
    </ul>
  )
}

function RelativeLink({
  relative: { id, name, how, author, poster_url: poster, created_at: at },
  beside,
  onWalk,
}: {
  relative: Relative
  beside: boolean
  onWalk: ((id: string) => void) | undefined
}) {
  const { t, format } = useI18n()
  return (
    <Link
      href={`/tasks/${id}`}
      prefetch={false}
      title={name}
      onClick={(event) => {
        const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0
        if (!onWalk || !plain) return
        event.preventDefault()
        onWalk(id)
      }}
      className={cx(
        'group/kin rounded-sm',
        beside
          ? 'grid grid-cols-[64px_minmax(0,1fr)] items-center gap-2 @max-[330px]:grid-cols-[48px_minmax(0,1fr)]'
          : 'block',
      )}
    >
      <Picture poster={poster} />
      <span className={cx('block text-2xs leading-3.5 text-ink-faint', !beside && 'mt-0.75')}>
        <span className="block truncate font-medium text-ink group-hover/kin:underline">
          {beside ? name : t(`task.lineage.how.${how}`)}
        </span>
        <span className="block truncate">
          {beside ? `${t(`task.lineage.how.${how}`)} · ${author.name}` : format.time(at)}
        </span>
      </span>
    </Link>
  )
}

function Picture({ poster, className }: { poster: string | null; className?: string }) {
  return (
    <span
      className={cx(
        'relative grid aspect-video place-items-center overflow-hidden rounded-[5px] bg-sunken text-ink-faint',
        className,
      )}
    >
      {poster ? (
        <img src={poster} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Icon name="film" />
      )}
    </span>
  )
}

function Join({ forks = false }: { forks?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 84"
      preserveAspectRatio="none"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      vectorEffect="non-scaling-stroke"
      aria-hidden
      className="w-6 shrink-0 self-stretch text-line-strong @max-[330px]:w-4"
    >
      <path
        d={forks ? 'M4 42h6c4 0 4-22 8-22h4M10 42c4 0 4 22 8 22h4' : 'M3 42H21'}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
