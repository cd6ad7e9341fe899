import { useState } from 'react'
import { RangeSlider } from '@/components/media/range-slider'
import { useI18n } from '@/lib/client/i18n'
import type { PanelProps } from './filter-panels'

const shortest = 1
const longest = 15

/** How long clips may be; an end of the line is no bound. */
export function SecondsPanel({ view, onView }: PanelProps) {
  const { t } = useI18n()
  const [start, setStart] = useState(view.seconds.min ?? shortest)
  const [end, setEnd] = useState(view.seconds.max ?? longest)
  const put = (from: number, to: number) => {
    setStart(from)
    setEnd(to)
    const seconds = { min: from > shortest ? from : null, max: to < longest ? to : null }
    onView({ ...view, seconds })
  }
  return (
    <div className="w-64 p-3">
      <RangeSlider
        min={shortest}
        max={longest}
        step={1}
        start={Math.min(start, longest)}
        end={Math.min(end, longest)}
        labels={{ start: t('gallery.secondsMin'), end: t('gallery.secondsMax') }}
        textOf={(seconds) => t('gallery.seconds', { seconds })}
        onStart={(value) => put(Math.min(value, end), end)}
        onEnd={(value) => put(start, Math.max(value, start))}
      />
    </div>
  )
}
