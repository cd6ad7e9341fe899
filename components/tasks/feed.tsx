'use client'

import { useDeferredValue, useMemo } from 'react'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import { feedTabs, taskListOptions } from '@/lib/client/task-queries'
import type { TaskList } from '@/lib/schemas/task'
import { FeedPane } from './feed-pane'
import { Newcomers } from './newcomers'

// A first visit has no use for cards, and later ones none for the empty screen.
const FeedList = dynamic(() => import('./feed-list').then((module) => module.FeedList))
const FeedEmpty = dynamic(() => import('./feed-empty').then((module) => module.FeedEmpty))

const isWithoutTasks = ({ pages }: InfiniteData<TaskList>) =>
  pages.every(({ data }) => data.length === 0)

/** The screening room. It renders anew only when it becomes empty or ceases to be. */
export function Feed({ paneWidth }: { paneWidth: number }) {
  const { t } = useI18n()
  const params = useSearchParams()
  const isWhole = !params.get('show') && !params.get('q')
  const { data: isBare } = useInfiniteQuery({
    ...taskListOptions(feedTabs.all),
    select: isWithoutTasks,
    enabled: isWhole,
  })
  // Deferred: what is on screen stays until the code of the other is here.
  const isEmpty = useDeferredValue(isWhole && isBare === true)
  const list = useMemo(() => <FeedList paneWidth={paneWidth} />, [paneWidth])
  return (
    <FeedPane label={t('feed.title')}>
      <h1 className="sr-only">{t('feed.title')}</h1>
      <Newcomers />
      {isEmpty ? <FeedEmpty /> : list}
    </FeedPane>
  )
}
