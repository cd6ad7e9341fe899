'use client'

import { useMemo, type RefObject } from 'react'
import type { GridWindow } from '@/lib/client/gallery-window'
import type { Reel } from '@/lib/client/gallery-reel'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import { DayBlock } from './day-block'
import type { useReelInput } from './use-reel-input'

type ReelGridProps = {
  ref: RefObject<HTMLDivElement | null>
  reel: Reel | null
  drawn: GridWindow | null
  /** Days that could not be read. */
  failed: ReadonlySet<string>
  input: ReturnType<typeof useReelInput>
}

/** The clips by day: of a hundred thousand, the few dozen in view are in the page. */
export function ReelGrid({ ref, reel, drawn, failed, input }: ReelGridProps) {
  const rowsOf = useMemo(() => {
    const rows = new Map<number, number[]>()
    for (const { day, row } of drawn?.rows ?? []) rows.set(day, [...(rows.get(day) ?? []), row])
    return rows
  }, [drawn])
  const { format } = useI18n()
  const now = useNow(false)
  const today = useMemo(() => format.dayKey(now), [format, now])
  return (
    <div
      ref={ref}
      {...input}
      style={{ height: reel?.height }}
      className="relative [touch-action:pan-y_pinch-zoom] [overflow-anchor:none]"
    >
      {reel &&
        drawn?.days.map((at) => {
          const day = reel.days[at]
          if (!day) return null
          return (
            <DayBlock
              key={day.facts.day}
              facts={day.facts}
              today={today}
              top={day.top}
              head={day.head}
              height={day.height}
              layout={day.layout}
              rows={rowsOf.get(at)?.join() ?? ''}
              isFailed={failed.has(day.facts.day)}
              target={reel.frame.target}
              gap={reel.frame.gap}
            />
          )
        })}
    </div>
  )
}
