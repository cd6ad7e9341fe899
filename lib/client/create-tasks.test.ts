import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { localMember } from '@/lib/models/member'
import type { Task } from '@/lib/schemas/task'
import { createTasks } from './create-tasks'
import { provisionalTask } from './provisional-task'
import { tasksOf } from './task-pages'
import { feedTabs, taskListOptions } from './task-queries'

vi.mock('./notify', () => ({ noteTask: () => {} }))

const request = { key: 'k', input: { model: 'seedance2.0-mini', prompt: 'Fog' } }
const together = { author: localMember, group: null, waits: false }

const task = (id: string, now: number): Task => ({
  ...provisionalTask(localMember, request, null, now),
  id,
})

/** A server whose answers are given one by one; it reads its list when it is asked, as servers do. */
function serve() {
  const tasks = [task('old', 0)]
  const lists: (() => void)[] = []
  const creates: (() => void)[] = []
  const refusals: (() => void)[] = []
  vi.stubGlobal('fetch', (_path: string, { method, signal }: RequestInit) => {
    if (method === 'POST') {
      const made = task('new', Date.now())
      return new Promise<Response>((resolve) => {
        creates.push(() => {
          tasks.unshift(made)
          resolve(Response.json(made))
        })
        refusals.push(() => resolve(new Response('No', { status: 502 })))
      })
    }
    const data = [...tasks]
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
      lists.push(() => resolve(Response.json({ data, next_cursor: null })))
    })
  })
  return { lists, creates, refusals }
}

let server: ReturnType<typeof serve>
let client: QueryClient
let stop: () => void
const { queryKey } = taskListOptions(feedTabs.all)
const shown = () => tasksOf(client.getQueryData(queryKey)).map(({ id }) => id)

/** A feed on screen, which has read its first page. */
beforeEach(async () => {
  server = serve()
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const feed = new InfiniteQueryObserver(client, taskListOptions(feedTabs.all))
  stop = feed.subscribe(() => {})
  server.lists.shift()?.()
  await vi.waitFor(() => expect(shown()).toEqual(['old']))
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

/** Pressed, and not answered yet. */
async function press() {
  const created = createTasks(client, [request], together)
  await vi.waitFor(() => expect(shown()).toEqual(['pending:k', 'old']))
  return { created }
}

it('shows the task where a list was read between the press and the answer', async () => {
  const { created } = await press()
  void client.refetchQueries({ queryKey })
  server.lists.shift()?.()
  await vi.waitFor(() => expect(shown()).toEqual(['old']))

  server.creates.shift()?.()
  await created
  expect(shown()).toEqual(['new', 'old'])
})

it('shows the task where a list was asked for before it, and answers after it', async () => {
  const { created } = await press()
  void client.refetchQueries({ queryKey })
  server.creates.shift()?.()
  await created
  server.lists.shift()?.()
  expect(shown()).toEqual(['new', 'old'])

  // What was stopped is read once more.
  await vi.waitFor(() => expect(server.lists).toHaveLength(1))
  server.lists.shift()?.()
  await vi.waitFor(() => expect(client.isFetching({ queryKey })).toBe(0))
  expect(shown()).toEqual(['new', 'old'])
})

it('takes the stand-in away when the server refuses', async () => {
  const { created } = await press()
  const refused = expect(created).rejects.toMatchObject({ code: 'bad_answer' })
  server.refusals.shift()?.()
  await refused
  expect(shown()).toEqual(['old'])
})
