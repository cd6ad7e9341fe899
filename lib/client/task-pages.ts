import type { InfiniteData } from '@tanstack/react-query'
import type { Task, TaskList } from '@/lib/schemas/task'
import type { TaskFilter } from './task-queries'

/** A list as the query cache keeps it: pages, newest first. */
export type TaskPages = InfiniteData<TaskList>

export function tasksOf(pages: TaskPages | undefined): Task[] {
  const seen = new Set<string>()
  return (pages?.pages ?? []).flatMap(({ data }) =>
    // A task that came in between two page requests is on both pages.
    data.filter(({ id }) => !seen.has(id) && seen.add(id)),
  )
}

/** Does a task belong to a list narrowed like this? Words are matched by the server alone. */
export function belongs(task: Task, filter: TaskFilter): boolean {
  return !task.hidden && !filter.q && (filter.status?.includes(task.status) ?? true)
}

function mapPages(pages: TaskPages, change: (data: Task[]) => Task[]): TaskPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const data = change(page.data)
      return data === page.data ? page : { ...page, data }
    }),
  }
}

/** Puts tasks at the head of the list; one that is there already is left where it is. */
export function withNew(pages: TaskPages, tasks: readonly Task[]): TaskPages {
  const present = new Set(tasksOf(pages).map(({ id }) => id))
  const added = tasks.filter(({ id }) => !present.has(id))
  const [first, ...rest] = pages.pages
  if (!first || added.length === 0) return pages
  return { ...pages, pages: [{ ...first, data: [...added, ...first.data] }, ...rest] }
}

/** Puts tasks where their age belongs, unless that part of the list was not read yet. */
export function withArrived(pages: TaskPages, tasks: readonly Task[]): TaskPages {
  const present = new Set(tasksOf(pages).map(({ id }) => id))
  return tasks
    .filter(({ id }) => !present.has(id))
    .reduce((list, task) => {
      const isOlder = ({ created_at }: Task) => created_at <= task.created_at
      const at = list.pages.findIndex(({ data }) => data.some(isOlder))
      const complete = list.pages.at(-1)?.next_cursor === null
      const target = at === -1 && complete ? list.pages.length - 1 : at
      return {
        ...list,
        pages: list.pages.map((page, index) => {
          if (index !== target) return page
          const before = page.data.findIndex(isOlder)
          const place = before === -1 ? page.data.length : before
          return { ...page, data: page.data.toSpliced(place, 0, task) }
        }),
      }
    }, pages)
}

/** Writes newer states over the same tasks. Untouched pages and tasks keep their identity. */
export function withChanged(pages: TaskPages, tasks: readonly Task[]): TaskPages {
  const changed = new Map(tasks.map((task) => [task.id, task]))
  return mapPages(pages, (data) =>
    data.some(({ id }) => changed.has(id))
      ? data.map((task) => changed.get(task.id) ?? task)
      : data,
  )
}

/** Puts the server's task in the place of the card that stood in for it. */
export function withAnswer(pages: TaskPages, standIn: string, task: Task): TaskPages {
  const present = tasksOf(pages).some(({ id }) => id === task.id)
  return mapPages(pages, (data) =>
    data.some(({ id }) => id === standIn)
      ? data.flatMap((each) => (each.id === standIn ? (present ? [] : [task]) : [each]))
      : data,
  )
}

export function without(pages: TaskPages, id: string): TaskPages {
  return mapPages(pages, (data) =>
    data.some((task) => task.id === id) ? data.filter((task) => task.id !== id) : data,
  )
}
