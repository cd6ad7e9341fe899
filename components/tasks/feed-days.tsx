'use client'

import { useMemo } from 'react'
import { LoadMore } from '@/components/ui/load-more'
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
      {more && (
        <LoadMore label={t('feed.more')} rootMargin="800px" onMore={onMore} className="pb-6" />
      )}
    </div>
  )
}
