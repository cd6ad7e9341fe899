'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import type { Task } from '@/lib/schemas/task'
import { DaySection } from './day-section'
import { groupFeed } from './group-feed'
import { usePaneWidth } from './use-pane-width'

const dayMs = 24 * 60 * 60 * 1000

type FeedDaysProps = {
  tasks: readonly Task[]
  paneWidth: number
  more: boolean
  onMore: () => void
}

export function FeedDays({ tasks, paneWidth, more, onMore }: FeedDaysProps) {
  const { t, format } = useI18n()
  const [ref, width] = usePaneWidth(paneWidth)
  const now = useNow(false)
  const days = useMemo(() => groupFeed(tasks, format.dayKey), [tasks, format])
  const today = format.dayKey(now)
  const yesterday = format.dayKey(now - dayMs)
  return (
    <div ref={ref}>
      {days.map((day, at) => (
        <DaySection
          key={day.key}
          day={day}
          name={
            day.key === today ? t('feed.today') : day.key === yesterday ? t('feed.yesterday') : null
          }
          isWhole={!more || at < days.length - 1}
          width={width}
        />
      ))}
      {more && <More onMore={onMore} />}
    </div>
  )
}

/** Reads the next page before the reader gets there; a button where observing does not work. */
function More({ onMore }: { onMore: () => void }) {
  const { t } = useI18n()
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  useEffect(() => {
    latest.current = onMore
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current()
      },
      { rootMargin: '800px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="flex justify-center pb-6">
      <Button kind="quiet" onClick={onMore}>
        {t('feed.more')}
      </Button>
    </div>
  )
}
