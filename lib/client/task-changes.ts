import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Task, TaskPatch, TaskResolve } from '@/lib/schemas/task'
import { api } from './api'
import { useI18n } from './i18n'
import { notify } from './notices'
import { cachedTask, removeTask, storeTasks } from './task-cache'
import { taskKeys } from './task-queries'

const taskPath = (id: string) => `/api/tasks/${encodeURIComponent(id)}`

type TaskChange = Omit<TaskPatch, 'picked'>

/** What people say of a task: shown at once, taken back when the server does not take them. */
export function usePatchTask() {
  const client = useQueryClient()
  const { t } = useI18n()
  /** Only what was changed: an answer knows nothing of a change that was asked for after it. */
  const store = (source: Task | undefined, id: string, change: TaskChange) => {
    const now = cachedTask(client, id)
    if (!now || !source) return
    const changed = Object.keys(change).map((key) => [key, source[key as keyof TaskChange]])
    storeTasks(client, [{ ...now, ...Object.fromEntries(changed) }])
  }
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & TaskChange) =>
      api<Task>(taskPath(id), { method: 'PATCH', body }),
    onMutate: ({ id, ...change }) => {
      const before = cachedTask(client, id)
      if (before) storeTasks(client, [{ ...before, ...change }])
      return before
    },
    onSuccess: (task, { id, ...change }) => store(task, id, change),
    onError: (_error, { id, ...change }, before) => {
      store(before, id, change)
      notify({ text: t('feed.notSaved'), tone: 'bad' })
    },
  })
}

/** Takes a task out of the feed, with Undo. The server keeps it. */
export function useHideTask() {
  const client = useQueryClient()
  const { t } = useI18n()
  const restore = useMutation({
    mutationFn: (id: string) =>
      api<Task>(taskPath(id), { method: 'PATCH', body: { hidden: false } }),
    onSuccess: (task) => {
      storeTasks(client, [task])
      return client.invalidateQueries({ queryKey: taskKeys.lists })
    },
    onError: () => notify({ text: t('feed.notSaved'), tone: 'bad' }),
  })
  return useMutation({
    mutationFn: (id: string) => api<null>(taskPath(id), { method: 'DELETE' }),
    onMutate: (id) => removeTask(client, id),
    onSuccess: (_answer, id) =>
      notify({
        text: t('feed.hidden'),
        action: { label: t('feed.undo'), run: () => restore.mutate(id) },
      }),
    onError: () => {
      notify({ text: t('feed.notSaved'), tone: 'bad' })
      return client.invalidateQueries({ queryKey: taskKeys.lists })
    },
  })
}

/** Settles an unconfirmed task. Throws `ApiError`; the panel shows it beside the choice. */
export function useResolveTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & TaskResolve) =>
      api<Task>(`${taskPath(id)}/resolve`, { method: 'POST', body }),
    onSuccess: (task) => {
      storeTasks(client, [task])
      return client.invalidateQueries({ queryKey: taskKeys.lists })
    },
  })
}
