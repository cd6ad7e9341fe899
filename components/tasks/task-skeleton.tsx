'use client'

import { useI18n } from '@/lib/client/i18n'

/** The places of a task that is on its way: the stage, the deck, the facts. */
export function TaskSkeleton() {
  const { t } = useI18n()
  const bar = 'h-3 rounded-sm bg-hover'
  return (
    <div
      role="status"
      className="min-h-0 flex-1 overflow-hidden desk:grid desk:grid-cols-[minmax(0,1fr)_min(408px,38vw)]"
    >
      <span className="sr-only">{t('task.loading')}</span>
      <div aria-hidden className="flex min-h-0 flex-col desk:border-e">
        <div className="aspect-video bg-stage desk:flex-[0_1_auto]" />
        <div className="h-26.5 shrink-0 border-b px-3.5 py-5">
          <div className="h-1.5 rounded-full bg-pressed" />
        </div>
        <div className="min-h-28 flex-1" />
      </div>
      <div aria-hidden className="grid content-start gap-3 px-4 py-4">
        {['w-16', 'w-full', 'w-4/5', 'w-2/3'].map((width) => (
          <div key={width} className={`${bar} ${width}`} />
        ))}
        <div className="mt-4 h-14.5 rounded-sm bg-hover" />
        {['w-1/2', 'w-3/4', 'w-2/5'].map((width) => (
          <div key={width} className={`${bar} ${width}`} />
        ))}
      </div>
    </div>
  )
}
