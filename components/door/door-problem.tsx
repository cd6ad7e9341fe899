'use client'

import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'

/** Why the door stayed closed; `until` is when one may try again, in milliseconds since the epoch. */
export type DoorFailure = { key: MessageKey } | { until: number }

const defaultWait = 60

/** What to say of an error that belongs to no field. */
export function failureOf(error: unknown): DoorFailure {
  if (!(error instanceof ApiError)) return { key: 'door.problem.unknown' }
  if (error.code === 'network') return { key: 'door.problem.network' }
  if (error.code === 'unauthorized') return { key: 'door.problem.wrong' }
  if (error.code === 'too_many_requests') {
    return { until: Date.now() + (error.retryAfter ?? defaultWait) * 1000 }
  }
  return { key: 'door.problem.unknown' }
}

/** One line above the button; empty while all is well, so that it is read when it comes. */
export function DoorProblem({ failure }: { failure: DoorFailure | null }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="empty:hidden">
      {failure && (
        <p className="flex items-start gap-2 rounded-md bg-bad-wash px-3 py-2.5">
          <Icon name="circle-exclamation-point" className="mt-px text-bad" />
          <span>{'key' in failure ? t(failure.key) : <Wait until={failure.until} />}</span>
        </p>
      )}
    </div>
  )
}

function Wait({ until }: { until: number }) {
  const { t } = useI18n()
  const left = useSecondsUntil(until)
  if (left <= 0) return t('door.problem.tooManyOver')
  const minutes = Math.ceil(left / 60)
  const time =
    left > 90 ? t('door.minutes', { count: minutes }) : t('door.seconds', { count: left })
  return (
    <>
      {/* Read once; the figure that counts down is for the eye. */}
      <span className="sr-only">
        {t('door.problem.tooMany', { time: t('door.minutes', { count: minutes }) })}
      </span>
      <span aria-hidden>{t('door.problem.tooMany', { time })}</span>
    </>
  )
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.ceil((until - now) / 1000)
}
