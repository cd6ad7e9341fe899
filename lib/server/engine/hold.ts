import 'server-only'
import type { Context } from '@/lib/server/context'
import { claim, extendLease, LeaseLost, type RowOf, type WorkKind } from './store'

const leaseSeconds = 20
const heartbeatMilliseconds = 5_000

/** What a step may ask beside its row: how long it still owns it. */
export type Hold = {
  /** Aborted when the lease is lost. */
  signal: AbortSignal
  /** Whether this process can be sure that nobody else has taken the row meanwhile. */
  holds(): boolean
}

/**
 * Claims a due row and works on it under a heartbeat that keeps the lease. Does nothing when it is not
 * due or somebody else holds it. Throws what the work throws.
 */
export async function withLease<Kind extends WorkKind>(
  context: Context,
  kind: Kind,
  id: string,
  work: (row: RowOf[Kind], hold: Hold) => Promise<void>,
): Promise<void> {
  // Counted from before the claim: however long this process is paused after it, the lease ends no later.
  let goodUntil = performance.now() + leaseSeconds * 1000
  const row = await claim(context.db, kind, id, context.clock.now(), leaseSeconds)
  if (!row) return

  const lost = new AbortController()
  const heartbeat = setInterval(() => {
    const asked = performance.now()
    extendLease(context.db, { kind, id, fence: row.fence }, leaseSeconds).then(
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
