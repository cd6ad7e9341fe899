'use client'

import Link from 'next/link'
import { memo } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { CardFacts } from './card-facts'
import { ClipFrame } from './clip-frame'
import { RunningFrame } from './running-frame'
import { stateWords } from './state-words'
import { cardState, frameRatio, shownCost } from './task-facts'
import { WaitingFrame } from './waiting-frame'

const columns: Record<number, string> = { 2: 'grid-cols-2', 3: 'grid-cols-3' }

/** Takes of one shot: a strip of numbered frames, each with its own state, over one prompt. */
export const TakesCard = memo(function TakesCard({ takes }: { takes: readonly Task[] }) {
  const { t } = useI18n()
  const first = takes[0]
  if (!first) return null
  const lead = t('task.takes', { count: takes.length })
  const costs = takes.map(shownCost)
  const known = costs.filter((cost) => cost !== null)
  const cost = known.length === costs.length ? known.reduce((sum, part) => sum + part, 0) : null
  return (
    <article
      aria-label={`${lead}: ${first.title ?? first.input.prompt}`}
      className="group/card @container w-full min-w-0"
    >
      <ol
        className={cx(
          'grid gap-2 @max-[640px]:grid-cols-2',
          columns[takes.length] ?? 'grid-cols-4',
        )}
      >
        {takes.map((task, at) => (
          <li
            key={task.id}
            style={{ aspectRatio: frameRatio(task) }}
            className="frame-edge relative overflow-hidden rounded-md"
          >
            <TakeFrame task={task} />
            <span className="pointer-events-none absolute top-2 left-2 z-3 grid h-5 min-w-5 place-items-center rounded-sm bg-black/62 px-1.5 text-2xs font-semibold text-white">
              {at + 1}
            </span>
          </li>
        ))}
      </ol>
      <div className="flex items-start gap-2">
        <CardFacts task={first} cost={cost} lead={lead} className="min-h-0! flex-1" />
        {first.take_group && takes.filter((take) => cardState(take) === 'completed').length > 1 && (
          <Link
            href={`/compare?group=${first.take_group}`}
            prefetch={false}
            className={cx('mt-2', buttonClass('quiet', 'sm'))}
          >
            <Icon name="columns-2" size={14} />
            {t('compare.title')}
          </Link>
        )}
      </div>
    </article>
  )
})

function TakeFrame({ task }: { task: Task }) {
  const { t } = useI18n()
  const state = cardState(task)
  if (state === 'completed') return <ClipFrame task={task} compact />
  if (state === 'failed' || state === 'lost' || state === 'unconfirmed') {
    const unsure = state === 'unconfirmed'
    return (
      <Link
        href={`/tasks/${task.id}`}
        prefetch={false}
        className={cx(
          'absolute inset-0 flex flex-col justify-end gap-1 p-3.5 -outline-offset-2',
          unsure ? 'bg-unsure-wash text-unsure' : 'bg-raised text-bad',
        )}
      >
        <Icon name={unsure ? 'circle-question-mark' : 'triangle-exclamation-point'} />
        <span className="font-semibold">{t(stateWords[state])}</span>
        <span className="text-xs text-ink-soft underline underline-offset-3">
          {t('task.details')}
        </span>
      </Link>
    )
  }
  if (state === 'waiting') return <WaitingFrame task={task} compact />
  return <RunningFrame task={task} compact />
}
