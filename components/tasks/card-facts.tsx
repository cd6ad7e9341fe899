'use client'

import { cx } from '@/components/ui/cx'
import { getModel } from '@/lib/models/capabilities'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { AuthorMark } from './author-mark'
import { CardPrompt } from './card-prompt'
import { Coins } from './coins'
import { outputFacts } from './task-facts'

/** Seconds, ratio, and the resolution where the model leaves a choice: `8 s · 16:9 · 720p`. */
export function useSettingsLine(task: Task): string {
  const { t } = useI18n()
  const { seconds, ratio, resolution } = outputFacts(task)
  const chosen = getModel(task.model)?.resolution.fixed ? [] : [resolution]
  return [t('task.seconds', { seconds }), ratio, ...chosen].filter(Boolean).join(' · ')
}

type CardFactsProps = {
  task: Task
  cost: number | null
  /** Beside an upright frame instead of under it. */
  upright?: boolean
  /** Said before the settings: "4 takes". */
  lead?: string
  className?: string
}

export function CardFacts({ task, cost, upright = false, lead, className }: CardFactsProps) {
  const { format } = useI18n()
  const settings = useSettingsLine(task)
  return (
    <div
      className={cx(
        'min-w-0',
        upright ? 'flex flex-1 flex-col pt-0.5' : 'px-0.5 pt-2.5 sm:min-h-19',
        className,
      )}
    >
      <CardPrompt task={task} upright={upright} />
      <div
        className={cx(
          'text-xs text-ink-faint',
          upright
            ? 'mt-auto flex flex-col items-start pt-2 leading-4.5'
            : 'mt-1.25 flex items-center gap-2.5 overflow-hidden leading-[17px] whitespace-nowrap',
        )}
      >
        <AuthorMark task={task} />
        <span
          className={cx(
            'font-mono tracking-[-0.01em]',
            upright ? 'max-w-full truncate' : 'min-w-0 truncate',
          )}
        >
          {task.model}
        </span>
        <span className={upright ? undefined : 'shrink-0 @max-[240px]:hidden'}>
          {lead ? `${lead} · ${settings}` : settings}
        </span>
        <Coins amount={cost} />
        <time
          dateTime={task.created_at}
          className={upright ? undefined : 'ms-auto shrink-0 @max-[370px]:hidden'}
        >
          {format.time(task.created_at)}
        </time>
      </div>
    </div>
  )
}
