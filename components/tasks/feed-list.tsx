'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { tasksOf } from '@/lib/client/task-pages'
import { feedTabs, taskListOptions, type FeedTab } from '@/lib/client/task-queries'
import { useTaskUpdates } from '@/lib/client/task-updates'
import { useHydrating } from '@/lib/client/use-hydrating'
import type { FeedProps } from './feed'
import { FeedBar } from './feed-bar'
import { FeedDays } from './feed-days'
import { FeedMessage } from './feed-message'
import { FeedSkeleton } from './feed-skeleton'
import { asFeedTab, feedFilter } from './feed-view'
import { StaleBar } from './stale-bar'
import { useAnnouncer } from './use-announcer'
import { ViewerLine } from './viewer-line'

/** Every task, newest first, each moving by itself. What it shows is in the URL. */
export function FeedList({ first, paneWidth }: FeedProps) {
  const { t } = useI18n()
  const params = useSearchParams()
  const tab = asFeedTab(params.get('show'))
  const q = params.get('q') ?? ''

  const list = useInfiniteQuery(taskListOptions(feedFilter(tab, q)))
  const running = useInfiniteQuery(taskListOptions(feedTabs.running))
  const attention = useInfiniteQuery(taskListOptions(feedTabs.attention))

  const present = useMemo(() => tasksOf(list.data), [list.data])
  const tasks = useHydrating() && first ? first.data : present
  const runningTasks = useMemo(() => tasksOf(running.data), [running.data])
  const attentionTasks = useMemo(() => tasksOf(attention.data), [attention.data])
  const followed = useMemo(
    () => [
      ...new Map(
        [...runningTasks, ...attentionTasks, ...tasks].map((task) => [task.id, task]),
      ).values(),
    ],
    [tasks, runningTasks, attentionTasks],
  )
  const { said, announce } = useAnnouncer()
  const updates = useTaskUpdates(followed, announce)

  const search = useCallback((words: string) => setParam('q', words || null), [])

  return (
    <>
      <ViewerLine />
      <FeedBar
        tab={tab}
        onTab={(next) => setParam('show', next === 'all' ? null : next)}
        counts={{
          running: { count: runningTasks.length, more: running.hasNextPage },
          attention: { count: attentionTasks.length, more: attention.hasNextPage },
        }}
        q={q}
        onSearch={search}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {(list.isRefetchError || updates.isError) && (
        <StaleBar onRetry={() => void Promise.all([list.refetch(), updates.refetch()])} />
      )}
      <div className="min-h-0 flex-1 scroll-quiet px-(--pane-x) pb-8 desk:overflow-auto">
        {list.isPending ? (
          <FeedSkeleton />
        ) : list.isError && !list.data ? (
          <FeedMessage
            title={t('feed.errorTitle')}
            text={t('feed.errorText')}
            action={<Button onClick={() => void list.refetch()}>{t('feed.tryAgain')}</Button>}
          />
        ) : tasks.length === 0 ? (
          <NothingHere tab={tab} q={q} />
        ) : (
          <FeedDays
            tasks={tasks}
            paneWidth={paneWidth}
            more={list.hasNextPage}
            onMore={() => {
              if (!list.isFetchingNextPage) void list.fetchNextPage()
            }}
          />
        )}
      </div>
    </>
  )
}

/** Keeps what is shown in the address, without a request to the server. */
function setParam(name: string, value: string | null): void {
  const url = new URL(window.location.href)
  if (value === null) url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  window.history.replaceState(null, '', url)
}

function NothingHere({ tab, q }: { tab: FeedTab; q: string }) {
  const { t } = useI18n()
  if (q) return <FeedMessage title={t('feed.noMatch', { q })} text={t('feed.noMatchText')} />
  return <FeedMessage title={t(tab === 'running' ? 'feed.noneRunning' : 'feed.noneAttention')} />
}
