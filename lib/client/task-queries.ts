import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import type { Task, TaskList, TaskStatus } from '@/lib/schemas/task'
import { api } from './api'

/** What the feed can be narrowed to. */
export type TaskFilter = {
  status?: readonly TaskStatus[]
  q?: string
}

/** The tabs above the feed. A failed or unconfirmed task stays with "needs you" until it is settled or hidden. */
export const feedTabs = {
  all: {},
  running: { status: ['waiting', 'submitting', 'queued', 'processing'] },
  attention: { status: ['unconfirmed', 'failed'] },
} as const satisfies Record<string, TaskFilter>
export type FeedTab = keyof typeof feedTabs

export const pageSize = 40

export const taskKeys = {
  lists: ['tasks', 'list'] as const,
  newest: ['tasks', 'newest'] as const,
  list: (filter: TaskFilter) => [...taskKeys.lists, filter] as const,
  one: (id: string) => ['tasks', 'one', id] as const,
  updates: (ids: readonly string[]) => ['tasks', 'updates', ids] as const,
}

export function taskListPath(filter: TaskFilter, cursor: string | null): string {
  const query = new URLSearchParams({ limit: String(pageSize) })
  if (cursor) query.set('cursor', cursor)
  if (filter.status) query.set('status', filter.status.join(','))
  if (filter.q) query.set('q', filter.q)
  return `/api/tasks?${query}`
}

export function taskListOptions(filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: taskKeys.list(filter),
    queryFn: ({ pageParam, signal }) => api<TaskList>(taskListPath(filter, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // While words are being typed, the last answer stays in view.
    placeholderData: keepPreviousData,
  })
}

/** What the server read with the page, where this browser knows no list yet. */
export function seedList(client: QueryClient, filter: TaskFilter, first: TaskList): void {
  client.setQueryData<InfiniteData<TaskList>>(
    taskKeys.list(filter),
    (known) => known ?? { pages: [first], pageParams: [null] },
  )
}

export function taskOptions(id: string) {
  return queryOptions({
    queryKey: taskKeys.one(id),
    queryFn: ({ signal }) => api<Task>(`/api/tasks/${encodeURIComponent(id)}`, { signal }),
  })
}
