import type { QueryClient } from '@tanstack/react-query'
import type { Task } from '@/lib/schemas/task'
import { taskKeys, type TaskFilter } from './task-queries'
import {
  belongs,
  tasksOf,
  withAnswer,
  withChanged,
  withArrived,
  withNew,
  without,
  type TaskPages,
} from './task-pages'

/** Applies a change to every list of the cache, each with the filter it stands for. */
function changeLists(
  client: QueryClient,
  change: (pages: TaskPages, filter: TaskFilter) => TaskPages,
): void {
  const lists = client.getQueriesData<TaskPages>({ queryKey: taskKeys.lists })
  for (const [key, pages] of lists) {
    if (pages) client.setQueryData<TaskPages>(key, change(pages, key[2] as TaskFilter))
  }
}

/** Newer states of tasks, into every list and every single-task entry that holds them. */
export function storeTasks(client: QueryClient, tasks: readonly Task[]): void {
  changeLists(client, (pages, filter) => {
    const kept = withChanged(pages, tasks)
    const strays = tasks.filter((task) => !belongs(task, filter) && !filter.q)
    const arrivals = tasks.filter((task) => filter.status && belongs(task, filter))
    return withArrived(
      strays.reduce((rest, { id }) => without(rest, id), kept),
      arrivals,
    )
  })
  for (const task of tasks) {
    if (client.getQueryData(taskKeys.one(task.id))) {
      client.setQueryData(taskKeys.one(task.id), task)
    }
  }
}

export function addTasks(client: QueryClient, tasks: readonly Task[]): void {
  changeLists(client, (pages, filter) =>
    withNew(
      pages,
      tasks.filter((task) => belongs(task, filter)),
    ),
  )
}

/** What others have begun, where its age belongs. */
export function welcomeTasks(client: QueryClient, tasks: readonly Task[]): void {
  changeLists(client, (pages, filter) =>
    withArrived(
      pages,
      tasks.filter((task) => belongs(task, filter)),
    ),
  )
}

/** In the place of its stand-in; where a list was read anew and lost that, where its age belongs. */
export function answerTask(client: QueryClient, standIn: string, task: Task): void {
  changeLists(client, (pages, filter) =>
    withArrived(withAnswer(pages, standIn, task), belongs(task, filter) ? [task] : []),
  )
}

export function removeTask(client: QueryClient, id: string): void {
  changeLists(client, (pages) => without(pages, id))
}

/** The newest state of a task that any entry holds. */
export function cachedTask(client: QueryClient, id: string): Task | undefined {
  const one = client.getQueryData<Task>(taskKeys.one(id))
  if (one) return one
  for (const [, pages] of client.getQueriesData<TaskPages>({ queryKey: taskKeys.lists })) {
    const found = tasksOf(pages).find((task) => task.id === id)
    if (found) return found
  }
  return undefined
}
