'use client'

import { memo, useMemo } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { Coins } from './coins'
import type { FeedDay, FeedItem } from './group-feed'
import { justify, type Cell } from './justify'
import { TakesCard } from './takes-card'
import { TaskCard } from './task-card'
import { cardState, frameRatio } from './task-facts'

/** The room a message's words like, as width by height. */
const messageRatios: Partial<Record<ReturnType<typeof cardState>, number>> = {
  failed: 16 / 9,
  lost: 16 / 9,
  unconfirmed: 1.95,
}

function messageRatio(task: Task): number | undefined {
  return messageRatios[cardState(task)]
}

function cellOf(item: FeedItem): Cell {
  if (item.kind === 'takes') return { id: item.id, shape: 'group', ratio: 1 }
  const ratio = messageRatio(item.task)
  return ratio === undefined
    ? { id: item.id, shape: 'picture', ratio: frameRatio(item.task) }
    : { id: item.id, shape: 'message', ratio }
}

type DaySectionProps = {
  day: FeedDay
  /** `Today`, `Yesterday`, or null for the date alone. */
  name: string | null
  /** False while later pages may still add to this day: its sum would be wrong. */
  isWhole: boolean
  /** The pane's, in pixels. */
  width: number
}

export const DaySection = memo(function DaySection({ day, name, isWhole, width }: DaySectionProps) {
  const { t, format } = useI18n()
  // Rows depend on shapes alone; progress must not lay the feed out anew.
  const shapes = JSON.stringify(day.items.map(cellOf))
  const places = useMemo(() => justify(JSON.parse(shapes) as Cell[], width), [shapes, width])
  const items = new Map(day.items.map((item) => [item.id, item]))
  const date = format.day(day.date)
  return (
    <section aria-label={name ? `${name}, ${date}` : date}>
      <h2 className="sticky top-0 z-10 mx-[calc(var(--pane-x)*-1)] mb-2 flex items-baseline gap-2.5 bg-sunken px-(--pane-x) pt-1 pb-2 text-md font-semibold max-desk:top-13">
        <span>{name ?? date}</span>
        {name && <span className="text-xs font-normal text-ink-faint">{date}</span>}
        {isWhole && (
          <span className="ms-auto inline-flex items-center gap-1 text-xs font-normal text-ink-faint">
            {t('feed.dayTasks', { count: day.count })}
            <span aria-hidden>·</span>
            <Coins amount={day.spent} />
          </span>
        )}
      </h2>
      <div className="mb-8 flex flex-wrap gap-x-5 gap-y-6 max-sm:gap-y-7">
        {places.map((place) => {
          const item = items.get(place.id)
          if (item?.kind === 'takes') return <TakesCard key={item.id} takes={item.takes} />
          if (!item) return null
          return (
            <TaskCard
              key={item.id}
              task={item.task}
              width={place.width}
              upright={place.upright}
              messageRatio={messageRatio(item.task) ?? 16 / 9}
            />
          )
        })}
      </div>
    </section>
  )
})
