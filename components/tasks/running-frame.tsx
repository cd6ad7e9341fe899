'use client'

import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import type { Task } from '@/lib/schemas/task'
import { stateWords } from './state-words'
import { cardState, elapsed } from './task-facts'
import { Ticks } from './ticks'

type RunningFrameProps = { task: Task; compact?: boolean }

/** An unlit frame that says how far its task is: submitting, queued, generating or saving. */
export function RunningFrame({ task, compact = false }: RunningFrameProps) {
  const { t, format } = useI18n()
  const state = cardState(task)
  const poster = state === 'saving' ? task.result?.poster_url : null
  const percent = state === 'processing' ? task.progress : null
  return (
    <div className={cx('absolute inset-0 bg-frame', poster && 'bg-stage text-white')}>
      {poster ? (
        <>
          <img src={poster} alt="" className="size-full object-cover brightness-[0.72]" />
          <span className="absolute inset-x-0 top-[15%] bottom-0 bg-linear-to-b from-transparent to-black/80" />
        </>
      ) : (
        !compact && <Ticks />
      )}
      <div
        className={cx(
          'absolute z-1',
          compact ? 'inset-x-3.5 bottom-3' : poster ? 'inset-x-4 bottom-4' : 'inset-x-6 bottom-5.5',
        )}
      >
        {task.stalled && !compact && (
          <p className="mb-1 max-w-60 text-xs text-ink-soft">{t('task.stalled')}</p>
        )}
        {percent !== null && (
          <p
            aria-hidden
            className={cx(
              'font-medium tracking-[-0.03em]',
              compact ? 'text-[20px] leading-6' : 'text-3xl',
            )}
          >
            {format.number(percent)}
            <small className="text-lg font-normal tracking-normal"> %</small>
          </p>
        )}
        <p className="flex justify-between gap-2 font-medium">
          {t(stateWords[state])}
          <Elapsed since={task.created_at} onPicture={Boolean(poster)} />
        </p>
      </div>
      {percent !== null && (
        <div
          role="progressbar"
          aria-label={t(stateWords[state])}
          aria-valuenow={percent}
          className="absolute inset-x-0 bottom-0 z-2 h-0.75 bg-pressed"
        >
          <div
            className="h-full origin-left bg-accent transition-transform duration-180"
            style={{ transform: `scaleX(${percent / 100})` }}
          />
        </div>
      )}
    </div>
  )
}

function Elapsed({ since, onPicture }: { since: string; onPicture: boolean }) {
  const now = useNow(true)
  return (
    <span role="timer" className={cx('font-normal', onPicture ? 'text-white/85' : 'text-ink-soft')}>
      {elapsed(now - Date.parse(since))}
    </span>
  )
}
