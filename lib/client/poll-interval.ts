import type { Task } from '@/lib/schemas/task'

export type Polled = Pick<
  Task,
  'status' | 'stalled' | 'archive' | 'created_at' | 'doubt' | 'result'
>

/** Does the server still have something to tell about this task? */
export function isMoving(task: Polled): boolean {
  switch (task.status) {
    case 'waiting':
    case 'submitting':
    case 'queued':
    case 'processing':
      return true
    case 'completed':
      return task.archive.status === 'pending'
    case 'unconfirmed':
      // The key's spend is read again a moment after the doubt arose.
      return task.doubt?.reading === true
    case 'failed':
      return false
  }
}

const fresh = 10_000
const background = 15_000

/**
 * Milliseconds until the next look at our own server, or `false` when nothing moves: 1 s in the
 * first ten seconds of a task, 2 s while one runs, 5 s for what is slow by nature. A tab that
 * nobody sees asks every 15 s, just to mark a completion in its title.
 */
export function pollInterval(
  tasks: readonly Polled[],
  { now, hidden }: { now: number; hidden: boolean },
): number | false {
  const moving = tasks.filter(isMoving)
  if (moving.length === 0) return false
  if (hidden) return background
  if (moving.some((task) => now - Date.parse(task.created_at) < fresh)) return 1000
  const running = moving.some(
    (task) => !task.stalled && task.status !== 'completed' && task.status !== 'unconfirmed',
  )
  return running ? 2000 : 5000
}
