import type { Task } from '@/lib/schemas/task'
import { shownCost } from './task-facts'

/** One thing in the feed: a task, or the takes that were asked for together (in the order asked). */
export type FeedItem =
  { kind: 'task'; id: string; task: Task } | { kind: 'takes'; id: string; takes: Task[] }

export type FeedDay = {
  /** `2026-11-22`, in the reader's zone. */
  key: string
  /** A moment of that day. */
  date: string
  items: FeedItem[]
  count: number
  /** JimiCoin. */
  spent: number
}

/** Joins the takes of a group where its newest stands. A group of which one is left is that task. */
function joinTakes(tasks: readonly Task[]): FeedItem[] {
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    if (task.take_group) groups.set(task.take_group, [task, ...(groups.get(task.take_group) ?? [])])
  }
  return tasks.flatMap((task): FeedItem[] => {
    const takes = task.take_group ? (groups.get(task.take_group) ?? []) : []
    if (takes.length < 2) return [{ kind: 'task', id: task.id, task }]
    if (takes.at(-1) !== task) return []
    return [{ kind: 'takes', id: task.take_group ?? task.id, takes }]
  })
}

/** The feed by calendar days, newest first as the tasks come. */
export function groupFeed(tasks: readonly Task[], dayKey: (iso: string) => string): FeedDay[] {
  const days: FeedDay[] = []
  for (const item of joinTakes(tasks)) {
    const members = item.kind === 'task' ? [item.task] : item.takes
    const date = members.at(-1)?.created_at ?? ''
    const key = dayKey(date)
    let day = days.at(-1)
    if (day?.key !== key) {
      day = { key, date, items: [], count: 0, spent: 0 }
      days.push(day)
    }
    day.items.push(item)
    day.count += members.length
    day.spent += members.reduce((total, task) => total + (shownCost(task) ?? 0), 0)
  }
  return days
}
