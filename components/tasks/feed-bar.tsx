'use client'

import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
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

const typingPauseMs = 250

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
      <SearchField q={q} onSearch={onSearch} />
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

function SearchField({ q, onSearch }: Pick<FeedBarProps, 'q' | 'onSearch'>) {
  const { t } = useI18n()
  const [open, setOpen] = useState(q !== '')
  const [text, setText] = useState(q)
  const opener = useRef<HTMLButtonElement>(null)
  const typed = text.trim()

  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => onSearch(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, q, onSearch])

  if (!open) {
    return (
      <IconButton
        ref={opener}
        icon="search"
        label={t('feed.search')}
        tip="below-end"
        onClick={() => setOpen(true)}
      />
    )
  }
  const close = () => {
    setText('')
    onSearch('')
    setOpen(false)
  }
  return (
    <div role="search" className="relative flex min-w-0 items-center max-sm:basis-full">
      <Icon name="search" className="pointer-events-none absolute left-2.5 text-ink-faint" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoFocus={q === ''}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
        aria-label={t('feed.search')}
        placeholder={t('feed.searchHint')}
        maxLength={200}
        className="h-8 w-60 min-w-0 rounded-md border bg-bg px-8.5 max-sm:w-full"
      />
      <span className="absolute right-0">
        <IconButton
          icon="x"
          label={t('feed.clearSearch')}
          tip="none"
          onClick={close}
          className="hover:bg-transparent"
        />
      </span>
    </div>
  )
}
