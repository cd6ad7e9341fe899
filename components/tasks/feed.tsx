'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import type { TaskPages } from '@/lib/client/task-pages'
import { feedTabs, seedList, taskListOptions } from '@/lib/client/task-queries'
import { useHydrating } from '@/lib/client/use-hydrating'
import type { TaskList } from '@/lib/schemas/task'
import { FeedPane } from './feed-pane'
import { asFeedTab, feedFilter } from './feed-view'
import { Newcomers } from './newcomers'

// A first visit has no use for cards, and later ones none for the empty screen.
const FeedList = dynamic(() => import('./feed-list').then((module) => module.FeedList))
const FeedEmpty = dynamic(() => import('./feed-empty').then((module) => module.FeedEmpty))

const isWithoutTasks = ({ pages }: TaskPages) => pages.every(({ data }) => data.length === 0)

export type FeedProps = {
  /** What the server rendered. A card may be added before the feed is taken over in the browser. */
  first: TaskList | undefined
  paneWidth: number
}

/** The screening room. It renders anew only when it becomes empty or ceases to be. */
export function Feed({ first, paneWidth }: FeedProps) {
  const { t } = useI18n()
  const params = useSearchParams()
  const tab = asFeedTab(params.get('show'))
  const q = params.get('q') ?? ''
  const isWhole = tab === 'all' && !q
  const client = useQueryClient()
  const hydrating = useHydrating()
  useState(() => first && seedList(client, feedFilter(tab, q), first))
  const { data: isBareNow } = useInfiniteQuery({
    ...taskListOptions(feedTabs.all),
    select: isWithoutTasks,
    enabled: isWhole,
  })
  const isBare = hydrating && first ? first.data.length === 0 : isBareNow
  // Deferred: what is on screen stays until the code of the other is here.
  const isEmpty = useDeferredValue(isWhole && isBare === true)
  const list = useMemo(() => <FeedList first={first} paneWidth={paneWidth} />, [first, paneWidth])
  return (
    <FeedPane label={t('feed.title')}>
      <h1 className="sr-only">{t('feed.title')}</h1>
      <Newcomers />
      {isEmpty ? <FeedEmpty /> : list}
    </FeedPane>
  )
}
