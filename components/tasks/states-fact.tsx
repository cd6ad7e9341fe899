'use client'

import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'
import { stateWords } from './state-words'
import { elapsed } from './task-facts'
import { timelineLength, timelineOf, type TimelineStep } from './task-timeline'

const words: Record<TimelineStep['id'], MessageKey> = {
  ...stateWords,
  saved: 'task.savedHere',
}

const inks: Record<TimelineStep['id'], string> = {
  submitting: 'bg-line',
  queued: 'bg-line-strong',
  processing: 'bg-ink-soft',
  completed: 'bg-ok',
  failed: 'bg-bad',
  saved: 'bg-ok',
}

const longSendMs = 5_000

/** A bar to scale and the time of each state. */
export function StatesFact({ task }: { task: Task }) {
  const { t, format } = useI18n()
  const all = timelineOf(task)
  const length = timelineLength(all)
  // Sending takes a moment; it has a place only while it is all there is, or when it dragged on.
  const steps = all.filter(
    ({ id, lasted }) => id !== 'submitting' || lasted === null || lasted > longSendMs,
  )
  const { status, expires_at: expires } = task.archive
  return (
    <Fact
      title={t('task.states')}
      end={length !== null && t('task.inAll', { time: elapsed(length) })}
    >
      {length !== null && length > 0 && (
        <div aria-hidden className="mb-2 flex h-1.5 gap-px overflow-hidden rounded-full">
          {steps.map(
            ({ id, lasted }) =>
              lasted !== null && (
                <span key={id} style={{ flexGrow: lasted }} className={cx('min-w-1', inks[id])} />
              ),
          )}
        </div>
      )}
      <ol className="flex flex-wrap justify-between gap-x-3 gap-y-2">
        {steps.map(({ id, at }) => (
          <li key={id}>
            <span
              className={cx(
                'flex items-center gap-1 text-xs font-medium',
                id === 'saved' && 'text-ok',
                id === 'failed' && 'text-bad',
              )}
            >
              {id === 'saved' && <Icon name="check" size={13} />}
              {t(words[id])}
            </span>
            {at && (
              <time dateTime={at} className="font-mono text-2xs text-ink-faint">
                {format.timeSeconds(at)}
              </time>
            )}
          </li>
        ))}
      </ol>
      {status === 'pending' && expires && (
        <p className="mt-2 text-xs text-ink-soft">
          {t('task.linkUntil', { date: format.moment(expires) })}
        </p>
      )}
    </Fact>
  )
}
