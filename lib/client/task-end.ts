import type { TaskStatus } from '@/lib/schemas/task'

/** The task does not move by itself any more. */
export function isEnd(status: TaskStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'unconfirmed'
}
