import 'server-only'
import type { TaskStatus } from '@/lib/schemas/task'

/**
 * Which status may follow which. Everything that changes a status goes through a conditional UPDATE
 * on the status it came from, so an edge missing here cannot be taken.
 */
const next = {
  waiting: ['waiting', 'submitting', 'failed'],
  submitting: ['submitting', 'queued', 'failed', 'unconfirmed'],
  queued: ['queued', 'processing', 'completed', 'failed'],
  processing: ['processing', 'completed', 'failed'],
  completed: ['completed'],
  failed: ['failed'],
  unconfirmed: ['unconfirmed', 'submitting', 'queued', 'failed'],
} as const satisfies Record<TaskStatus, readonly TaskStatus[]>

/** From here on a running task is shown as stalled; it is still asked about. */
export const stalledAfterSeconds = 30 * 60

export function mayFollow(from: TaskStatus, to: TaskStatus): boolean {
  return (next[from] as readonly TaskStatus[]).includes(to)
}

/** The gateway has taken the task and has not ended it. */
export function isRunning(status: TaskStatus): boolean {
  return status === 'queued' || status === 'processing'
}

/** The gateway's words may arrive out of order: a task never goes back. */
export function forward(from: 'queued' | 'processing', seen: 'queued' | 'processing') {
  return from === 'processing' ? from : seen
}
