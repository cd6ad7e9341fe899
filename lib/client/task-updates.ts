import { useEffect, useRef } from 'react'
import { focusManager, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Task } from '@/lib/schemas/task'
import { api } from './api'
import { isMoving, pollInterval } from './poll-interval'
import { isProvisional } from './provisional-task'
import { storeTasks } from './task-cache'
import { taskKeys } from './task-queries'

/** What one request may ask for; older ones get their turn when newer ones have ended. */
const mostIds = 200

/**
 * Follows all moving tasks among `tasks` with one request for the lot, and writes what it hears
 * into the cache. `onChange` hears each task whose state differs from the one shown before.
 */
export function useTaskUpdates(
  tasks: readonly Task[],
  onChange: (before: Task, after: Task) => void,
): { isError: boolean; refetch: () => Promise<unknown> } {
  const client = useQueryClient()
  const followed = tasks.filter((task) => isMoving(task) && !isProvisional(task.id))
  const ids = followed
    .map(({ id }) => id)
    .slice(0, mostIds)
    .sort()

  const query = useQuery({
    queryKey: taskKeys.updates(ids),
    queryFn: async ({ signal }) => {
      const { data } = await api<{ data: Task[] }>(`/api/tasks/updates?ids=${ids.join(',')}`, {
        signal,
      })
      storeTasks(client, data)
      return data.length
    },
    enabled: ids.length > 0,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: () =>
      pollInterval(followed, { now: Date.now(), hidden: !focusManager.isFocused() }),
    refetchIntervalInBackground: true,
  })

  const shown = useRef(new Map<string, Task>())
  useEffect(() => {
    for (const task of tasks) {
      const before = shown.current.get(task.id)
      if (
        before &&
        (before.status !== task.status || before.archive.status !== task.archive.status)
      ) {
        onChange(before, task)
      }
      shown.current.set(task.id, task)
    }
  }, [tasks, onChange])

  return { isError: query.isError, refetch: query.refetch }
}
