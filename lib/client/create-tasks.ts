import type { QueryClient, QueryFilters } from '@tanstack/react-query'
import type { Member } from '@/lib/models/member'
import type { Task } from '@/lib/schemas/task'
import { api, ApiError } from './api'
import { provisionalTask, type CreateRequest } from './provisional-task'
import { addTasks, answerTask, removeTask } from './task-cache'
import { taskKeys } from './task-queries'

type Together = {
  author: Member
  /** What joins several takes. */
  group: string | null
  /** Not sent to the gateway before all material is approved. */
  waits: boolean
}

const resendAfterMs = [400, 1200, 3000]

/** Posts one create. Without an answer it is sent again with the same key, which creates nothing twice. */
async function postTask({ key, input }: CreateRequest, { group, waits }: Together): Promise<Task> {
  const headers = {
    'idempotency-key': key,
    ...(group && { 'take-group': group }),
    ...(waits && { 'wait-for-approval': 'true' }),
  }
  for (const wait of [...resendAfterMs, null]) {
    try {
      return await api<Task>('/api/tasks', { method: 'POST', headers, body: input })
    } catch (error) {
      if (wait === null || !(error instanceof ApiError) || error.code !== 'network') throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  throw new ApiError('network', 'The server could not be reached')
}

/** Stops the lists that are being read anew: they know nothing of what is put into them now. */
async function stopReading(client: QueryClient): Promise<boolean> {
  const reading: QueryFilters = {
    queryKey: taskKeys.lists,
    predicate: ({ state }) => state.data !== undefined,
  }
  const any = client.isFetching(reading) > 0
  await client.cancelQueries(reading)
  return any
}

/**
 * Creates one task per request. Cards stand in the feed at once; those that the server refuses go
 * again and the first refusal is thrown as `ApiError` for the form, while the others stay.
 */
export async function createTasks(
  client: QueryClient,
  requests: readonly CreateRequest[],
  together: Together,
): Promise<void> {
  let stopped = await stopReading(client)
  const now = Date.now()
  const standIns = requests.map((request) =>
    provisionalTask(together.author, request, together.group, now),
  )
  addTasks(client, standIns)
  const answers = await Promise.allSettled(
    requests.map(async (request, at) => {
      const standIn = standIns[at]?.id ?? ''
      try {
        const task = await postTask(request, together)
        // Whoever leaves before it moves is told of its end all the same.
        void import('./notify').then(({ noteTask }) => noteTask(task))
        // Asked for before the server had the task, and answered without it.
        if (await stopReading(client)) stopped = true
        answerTask(client, standIn, task)
      } catch (error) {
        removeTask(client, standIn)
        throw error
      }
    }),
  )
  const refused = answers.find((answer) => answer.status === 'rejected')
  if (stopped || refused) void client.invalidateQueries({ queryKey: taskKeys.lists })
  if (refused) throw refused.reason
}
