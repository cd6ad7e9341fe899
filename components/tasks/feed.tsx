'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'next/navigation'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import { tasksOf } from '@/lib/client/task-pages'
import { feedTabs, taskListOptions, type FeedTab } from '@/lib/client/task-queries'
import { useTaskUpdates } from '@/lib/client/task-updates'
import { DaySection } from './day-section'
import { FeedBar } from './feed-bar'
import { FeedEmpty } from './feed-empty'
import { FeedMessage } from './feed-message'
import { FeedPane } from './feed-pane'
import { FeedSkeleton } from './feed-skeleton'
import { asFeedTab, feedFilter } from './feed-view'
import { groupFeed } from './group-feed'
import { StaleBar } from './stale-bar'
import { useAnnouncer } from './use-announcer'
import { usePaneWidth } from './use-pane-width'

const dayMs = 24 * 60 * 60 * 1000

/** The screening room: every task, newest first, each moving by itself. What it shows is in the URL. */
export function Feed({ paneWidth }: { paneWidth: number }) {
  const { t } = useI18n()
  const params = useSearchParams()
  const tab = asFeedTab(params.get('show'))
  const q = params.get('q') ?? ''

  const list = useInfiniteQuery(taskListOptions(feedFilter(tab, q)))
  const running = useInfiniteQuery(taskListOptions(feedTabs.running))
  const attention = useInfiniteQuery(taskListOptions(feedTabs.attention))

  const tasks = useMemo(() => tasksOf(list.data), [list.data])
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
  const isEmpty = tab === 'all' && q === '' && list.isSuccess && tasks.length === 0

  return (
    <FeedPane label={t('feed.title')}>
      <h1 className="sr-only">{t('feed.title')}</h1>
      <FeedBar
        tab={tab}
        onTab={(next) => setParam('show', next === 'all' ? null : next)}
        counts={{
          running: { count: runningTasks.length, more: running.hasNextPage },
          attention: { count: attentionTasks.length, more: attention.hasNextPage },
        }}
        q={q}
        onSearch={search}
        bare={isEmpty}
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
        ) : isEmpty ? (
          <FeedEmpty />
        ) : tasks.length === 0 ? (
          <NothingHere tab={tab} q={q} />
        ) : (
          <Days
            tasks={tasks}
            paneWidth={paneWidth}
            more={list.hasNextPage}
            onMore={() => {
              if (!list.isFetchingNextPage) void list.fetchNextPage()
            }}
          />
        )}
      </div>
    </FeedPane>
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

type DaysProps = {
  tasks: ReturnType<typeof tasksOf>
  paneWidth: number
  more: boolean
  onMore: () => void
}

function Days({ tasks, paneWidth, more, onMore }: DaysProps) {
  const { t, format } = useI18n()
  const [ref, width] = usePaneWidth(paneWidth)
  const now = useNow(false)
  const days = useMemo(() => groupFeed(tasks, format.dayKey), [tasks, format])
  const today = format.dayKey(now)
  const yesterday = format.dayKey(now - dayMs)
  return (
    <div ref={ref}>
      {days.map((day, at) => (
        <DaySection
          key={day.key}
          day={day}
          name={
            day.key === today ? t('feed.today') : day.key === yesterday ? t('feed.yesterday') : null
          }
          isWhole={!more || at < days.length - 1}
          width={width}
        />
      ))}
      {more && <More onMore={onMore} />}
    </div>
  )
}

/** Reads the next page before the reader gets there; a button where observing does not work. */
function More({ onMore }: { onMore: () => void }) {
  const { t } = useI18n()
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  useEffect(() => {
    latest.current = onMore
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current()
      },
      { rootMargin: '800px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="flex justify-center pb-6">
      <Button kind="quiet" onClick={onMore}>
        {t('feed.more')}
      </Button>
    </div>
  )
}
