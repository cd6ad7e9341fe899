import { memo } from 'react'
import { Button } from '@/components/ui/button'
import type { DayFacts, DayLayout } from '@/lib/client/gallery-layout'
import { useI18n } from '@/lib/client/i18n'
import { DayHead } from './day-head'
import { useGallery } from './gallery-context'
import { TileCard } from './tile'
import { dayName } from './day-name'

type DayBlockProps = {
  facts: DayFacts
  /** The reader's own calendar day. */
  today: string
  top: number
  head: number
  height: number
  layout: DayLayout | null
  /** Numbers of the rows to draw, by comma. */
  rows: string
  isFailed: boolean
  target: number
  gap: number
}

/** A day: its head, and those of its rows that are in view. */
export const DayBlock = memo(function DayBlock(props: DayBlockProps) {
  const { facts, today, top, head, height, layout, rows, isFailed, target, gap } = props
  const i18n = useI18n()
  const { source } = useGallery()
  const { t } = i18n
  const name = dayName(i18n, facts.day, today)
  return (
    <section
      aria-label={name.full}
      style={{ top, height }}
      className="absolute inset-x-0 [contain:layout_style]"
    >
      <DayHead facts={facts} name={name} height={head} />
      {layout && rows !== '' && (
        <div role="list" className="relative">
          {rows.split(',').flatMap((at) => {
            const row = layout.rows[Number(at)]
            return (row?.tiles ?? []).map((placed) => (
              <TileCard key={placed.tile.id} {...placed} top={row!.top} height={row!.height} />
            ))
          })}
        </div>
      )}
      {!layout && isFailed && (
        <p className="flex items-center gap-3 py-2 text-ink-soft">
          {t('gallery.dayFailed')}
          <Button kind="quiet" size="sm" onClick={source.retry}>
            {t('gallery.tryAgain')}
          </Button>
        </p>
      )}
      {!layout && !isFailed && <Unread target={target} gap={gap} height={height - head} />}
    </section>
  )
})

/** Rows of clips that have not been read yet: two plates stand for each, cut as rows mostly are. */
function Unread({ target, gap, height }: { target: number; gap: number; height: number }) {
  const rows = Math.max(1, Math.min(12, Math.round((height + gap) / (target + gap))))
  return (
    <div aria-hidden className="grid overflow-hidden" style={{ gap, height }}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex" style={{ gap, height: target }}>
          {cuts[row % cuts.length]!.map((share, at) => (
            <span key={at} style={{ flexGrow: share }} className="rounded-sm bg-frame" />
          ))}
        </div>
      ))}
    </div>
  )
}

const cuts = [
  [16, 21, 9, 16],
  [9, 16, 16, 12, 9],
  [21, 10, 16, 16],
] as const
