import { useMember } from '@/lib/client/config'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Task } from '@/lib/schemas/task'

/** What of a task's actions to offer: making new ones at all, and changing this one. */
export function useRights(task: Pick<Task, 'author'>): { creates: boolean; changes: boolean } {
  const member = useMember()
  return {
    creates: isAtLeast(member, 'creator'),
    changes: mayChange(member, { authorId: task.author.id }),
  }
}
