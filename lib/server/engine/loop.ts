import 'server-only'
import type { Context } from '@/lib/server/context'
import { giveNotices } from '@/lib/server/notify/service'
import { advance } from './advance'
import { dueWork, nextDue, type Work } from './store'

/** Never longer between two looks at what is due, nor shorter. */
const longestWait = 1_000
const shortestWait = 20
const batch = 100

/**
 * Moves a task or an asset now if it is due. Copies of clips wait in a line of their own, so that slow
 * ones hold up nothing.
 */
export function kick(context: Context, { kind, id, status }: Work): Promise<void> {
  const queue = status === 'completed' ? context.copies : context.calls
  return queue.run(id, () => advance(context, kind, id))
}

/** Moves everything that is due once; returns how much that was. */
export async function sweep(context: Context): Promise<number> {
  const due = await dueWork(context.db, context.clock.now(), batch)
  await Promise.all(due.map((work) => kick(context, work)))
  await giveNotices(context)
  return due.length
}

/**
 * Sweeps for as long as the process lives, and no more once it is told to end: what is under way then
 * is found again by the next process. It wakes when the next is due, so that how often a task is
 * asked about depends on its schedule and not on how many servers look; and it does not wait for the
 * steps it starts, because one slow download must not hold up the other tasks.
 */
export function startLoop(context: Context): void {
  let timer: NodeJS.Timeout | undefined
  let ended = false

  async function look(): Promise<number> {
    const now = context.clock.now()
    for (const work of await dueWork(context.db, now, batch)) {
      void kick(context, work).catch(complain)
    }
    void giveNotices(context).catch(complain)
    const next = await nextDue(context.db, now)
    return next ? next.getTime() - context.clock.now().getTime() : longestWait
  }
  function complain(error: unknown): number {
    context.log.error({ error }, 'the sweep failed')
    return longestWait
  }
  async function tick(): Promise<void> {
    const wait = await look().catch(complain)
    if (ended) return
    timer = setTimeout(() => void tick(), Math.min(longestWait, Math.max(shortestWait, wait)))
    timer.unref()
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ended = true
      clearTimeout(timer)
    })
  }
  void tick()
}
