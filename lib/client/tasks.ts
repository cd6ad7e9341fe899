import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { taskSchema, type Task, type TaskResolve } from '@/lib/schemas/task'
import { api, ApiError } from './api'
import { useI18n } from './i18n'
import { notify } from './notices'
import { provisionalTask, type CreateRequest } from './provisional-task'
import { addTasks, answerTask, cachedTask, removeTask, storeTasks } from './task-cache'
import { taskKeys } from './task-queries'

const taskPath = (id: string) => `/api/tasks/${encodeURIComponent(id)}`

const resendAfterMs = [400, 1200, 3000]

/** Posts one create. Without an answer it is sent again with the same key, which creates nothing twice. */
async function postTask({ key, input }: CreateRequest, group: string | null): Promise<Task> {
  const headers = { 'idempotency-key': key, ...(group ? { 'take-group': group } : {}) }
  for (const wait of [...resendAfterMs, null]) {
    try {
      return await api('/api/tasks', taskSchema, { method: 'POST', headers, body: input })
    } catch (error) {
      if (wait === null || !(error instanceof ApiError) || error.code !== 'network') throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  throw new ApiError('network', 'The server could not be reached')
}

/**
 * Creates one task per request. Cards stand in the feed at once; those that the server refuses go
 * again and the first refusal is thrown as `ApiError` for the form, while the others stay.
 */
export function useCreateTask() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['create-task'],
    mutationFn: async ({
      requests,
      group,
    }: {
      requests: CreateRequest[]
      group: string | null
    }) => {
      // A list that is being read now would overwrite the stand-ins.
      await client.cancelQueries({
        queryKey: taskKeys.lists,
        predicate: ({ state }) => state.data !== undefined,
      })
      const now = Date.now()
      const standIns = requests.map((request) => provisionalTask(request, group, now))
      addTasks(client, standIns)
      const answers = await Promise.allSettled(
        requests.map(async (request, at) => {
          const standIn = standIns[at]?.id ?? ''
          try {
            const task = await postTask(request, group)
            answerTask(client, standIn, task)
            return task
          } catch (error) {
            removeTask(client, standIn)
            throw error
          }
        }),
      )
      const refused = answers.find((answer) => answer.status === 'rejected')
      if (refused) {
        void client.invalidateQueries({ queryKey: taskKeys.lists })
        throw refused.reason
      }
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    },
  })
}

/** Title and favourite: shown at once, taken back when the server does not take them. */
export function usePatchTask() {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; title?: string | null; favourite?: boolean }) =>
      api(taskPath(id), taskSchema, { method: 'PATCH', body }),
    onMutate: ({ id, ...change }) => {
      const before = cachedTask(client, id)
      if (before) storeTasks(client, [{ ...before, ...change }])
      return before
    },
    onSuccess: (task) => storeTasks(client, [task]),
    onError: (_error, _change, before) => {
      if (before) storeTasks(client, [before])
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
      api(taskPath(id), taskSchema, { method: 'PATCH', body: { hidden: false } }),
    onSuccess: (task) => {
      storeTasks(client, [task])
      return client.invalidateQueries({ queryKey: taskKeys.lists })
    },
    onError: () => notify({ text: t('feed.notSaved'), tone: 'bad' }),
  })
  return useMutation({
    mutationFn: (id: string) => api(taskPath(id), z.unknown(), { method: 'DELETE' }),
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
      api(`${taskPath(id)}/resolve`, taskSchema, { method: 'POST', body }),
    onSuccess: (task) => {
      storeTasks(client, [task])
      return client.invalidateQueries({ queryKey: taskKeys.lists })
    },
  })
}
