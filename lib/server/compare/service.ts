import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Task } from '@/lib/schemas/task'
import type { Context } from '@/lib/server/context'
import { tasksById } from '@/lib/server/tasks/service'
import { isUuid } from '@/lib/server/uuid'
import { takesOf } from './store'

/** No address that a person made names more. */
const mostNamed = 50

/**
 * The tasks to compare, in the order named. `missing` counts the ids that lead nowhere for this member;
 * of a group's takes it tells nothing, for nobody named them.
 */
export async function readRivals(
  context: Context,
  member: Member,
  named: { ids: string } | { group: string },
): Promise<{ tasks: Task[]; missing: number }> {
  if ('group' in named) {
    const ids = isUuid(named.group) ? await takesOf(context.db, named.group, mostNamed) : []
    return { tasks: await inOrder(context, member, ids), missing: 0 }
  }
  const ids = [...new Set(named.ids.split(',').filter(Boolean))].slice(0, mostNamed)
  const tasks = await inOrder(context, member, ids.filter(isUuid))
  return { tasks, missing: ids.length - tasks.length }
}

async function inOrder(context: Context, member: Member, ids: string[]): Promise<Task[]> {
  const { tasks } = await tasksById(context, member, ids)
  return ids.flatMap((id) => tasks.find((task) => task.id === id) ?? [])
}
