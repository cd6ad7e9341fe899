'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import { late } from '@/lib/client/late'
import type { FeedTab } from '@/lib/client/task-queries'

/** A number of tasks, and whether there are more than were counted. */
export type TabCount = { count: number; more: boolean }

type FeedBarProps = {
  tab: FeedTab
  onTab: (tab: FeedTab) => void
  counts: { running: TabCount; attention: TabCount }
  q: string
  onSearch: (q: string) => void
}

export function FeedBar({ tab, onTab, counts, q, onSearch }: FeedBarProps) {
  const { t } = useI18n()
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-2 px-(--pane-x) max-sm:flex-wrap max-sm:py-2">
      <Segmented
        look="bare"
        label={t('feed.show')}
        value={tab}
        onChange={onTab}
        className="-ms-2.5"
        segments={[
          { value: 'all', label: t('feed.all') },
          { value: 'running', label: <Tab word={t('feed.running')} {...counts.running} /> },
          {
            value: 'attention',
            label: <Tab word={t('feed.attention')} {...counts.attention} />,
          },
        ]}
      />
      <span className="flex-1" />
      <FeedSearch q={q} onSearch={onSearch} />
    </div>
  )
}

function Tab({ word, count, more }: TabCount & { word: string }) {
  const { format } = useI18n()
  return (
    <span>
      {word}
      {count > 0 && (
        <span className="ms-1.25 font-normal text-ink-soft">
          {format.number(count)}
          {more && '+'}
        </span>
      )}
    </span>
  )
}

const field = late(() => import('@/components/ui/search-field'))

/** A button until somebody searches. */
function FeedSearch({ q, onSearch }: Pick<FeedBarProps, 'q' | 'onSearch'>) {
  const { t } = useI18n()
  const [open, setOpen] = useState(q !== '')
  const part = field.use(open)
  if (!open || !part) {
    return (
      <IconButton
        icon="search"
        label={t('feed.search')}
        tip="below-end"
        onClick={() => setOpen(true)}
      />
    )
  }
  return (
    <part.SearchField
      q={q}
      onSearch={onSearch}
      autoFocus={q === ''}
      onClear={() => setOpen(false)}
      label={t('feed.search')}
      hint={t('feed.searchHint')}
      clearLabel={t('feed.clearSearch')}
      className="w-60 bg-bg max-sm:w-full max-sm:basis-full"
    />
  )
}
