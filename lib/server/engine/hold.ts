import 'server-only'
import type { Context } from '@/lib/server/context'
import type { TaskRow } from '@/lib/server/tasks/store'
import { claimTask, extendLease, LeaseLost } from './store'

const leaseSeconds = 20
const heartbeatMilliseconds = 5_000

/** What a step may ask beside its row: how long it still owns it. */
export type Hold = {
  /** Aborted when the lease is lost. */
  signal: AbortSignal
  /** Whether this process can be sure that nobody else has taken the task meanwhile. */
  holds(): boolean
}

/**
 * Claims a due task and works on it under a heartbeat that keeps the lease. Does nothing when the task
 * is not due or somebody else holds it. Throws what the work throws.
 */
export async function withLease(
  context: Context,
  id: string,
  work: (row: TaskRow, hold: Hold) => Promise<void>,
): Promise<void> {
  // Counted from before the claim: however long this process is paused after it, the lease ends no later.
  let goodUntil = performance.now() + leaseSeconds * 1000
  const row = await claimTask(context.db, id, context.clock.now(), leaseSeconds)
  if (!row) return

  const lost = new AbortController()
  const heartbeat = setInterval(() => {
    const asked = performance.now()
    extendLease(context.db, row, leaseSeconds).then(
      () => {
        goodUntil = asked + leaseSeconds * 1000
      },
      (error: unknown) => {
        if (error instanceof LeaseLost) lost.abort(error)
      },
    )
  }, heartbeatMilliseconds)
  try {
    await work(row, { signal: lost.signal, holds: () => performance.now() < goodUntil })
  } finally {
    clearInterval(heartbeat)
  }
}
