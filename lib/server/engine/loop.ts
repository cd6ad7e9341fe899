import 'server-only'
import type { Context } from '@/lib/server/context'
import { dueTasks, type TaskRow } from '@/lib/server/tasks/store'
import { advance } from './advance'

const tickMilliseconds = 1_000
const batch = 100

/** Moves a task now if it is due. Copies of clips wait in a line of their own, so that slow ones hold up nothing. */
export function kick(context: Context, task: Pick<TaskRow, 'id' | 'status'>): Promise<void> {
  const queue = task.status === 'completed' ? context.copies : context.calls
  return queue.run(task.id, () => advance(context, task.id))
}

/** Moves everything that is due once; returns how many tasks that were. */
export async function sweep(context: Context): Promise<number> {
  const due = await dueTasks(context.db, context.clock.now(), batch)
  await Promise.all(due.map((task) => kick(context, task)))
  return due.length
}

/**
 * Sweeps for as long as the process lives, and no more once it is told to end: what is under way then
 * is found again by the next process. A tick does not wait for the one before, because one slow
 * download must not hold up the other tasks.
 */
export function startLoop(context: Context): void {
  const timer = setInterval(
    () => {
      sweep(context).catch((error: unknown) => context.log.error({ error }, 'the sweep failed'))
    },
    Math.max(100, tickMilliseconds / context.pace),
  )
  timer.unref()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => clearInterval(timer))
  }
}
