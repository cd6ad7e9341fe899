import 'server-only'
import type { Context } from '@/lib/server/context'
import { findTask, type TaskRow } from '@/lib/server/tasks/store'
import { claimTask, extendLease, LeaseLost, writeTask } from './store'
import { archive } from './archive'
import { ask } from './ask'
import { after, backOff } from './schedule'
import { settle } from './settle'
import { submit } from './submit'

const leaseSeconds = 20
const heartbeatMilliseconds = 5_000

/** What a step may use beside the row: how long it still owns it. */
export type Hold = {
  /** Aborted when the lease is lost. */
  signal: AbortSignal
  /** Whether this process can be sure that nobody else has taken the task meanwhile. */
  holds(): boolean
}

/**
 * The only mover of a task. Claims its lease, takes the one step its state asks for, and writes the
 * outcome with the time of the next step. Three triggers share it (the create handler, a client that
 * sees a due task, the sweep), and it does nothing when the task is not due or someone else moves it.
 */
export async function advance(context: Context, id: string): Promise<void> {
  const row = await claimTask(context.db, id, context.clock.now(), leaseSeconds)
  if (!row) return
  try {
    await hold(context, row)
  } catch (error) {
    if (error instanceof LeaseLost) return
    context.log.error({ task: id, error }, 'a step failed')
    await postpone(context, row)
  }
}

/** Runs one step under a heartbeat that keeps the lease and tells the step when it is gone. */
async function hold(context: Context, row: TaskRow): Promise<void> {
  const lost = new AbortController()
  let goodUntil = performance.now() + leaseSeconds * 1000
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
    await step(context, row, { signal: lost.signal, holds: () => performance.now() < goodUntil })
  } finally {
    clearInterval(heartbeat)
  }
}

function step(context: Context, row: TaskRow, hold: Hold): Promise<void> {
  switch (row.status) {
    case 'submitting':
      return submit(context, row, hold)
    case 'queued':
    case 'processing':
      return ask(context, row)
    case 'unconfirmed':
      return settle(context, row)
    case 'completed':
    case 'failed':
      return archive(context, row, hold)
  }
}

/** A step that threw says nothing about the task. Should it have paid, `sentAt` says so to the next one. */
async function postpone(context: Context, row: TaskRow): Promise<void> {
  const latest = await findTask(context.db, row.id)
  if (!latest || latest.fence !== row.fence) return
  const attempts = latest.attempts + 1
  await writeTask(context.db, latest, {
    attempts,
    dueAt: after(context, backOff(attempts, 5, 600)),
  }).catch((error: unknown) => {
    if (!(error instanceof LeaseLost)) throw error
  })
}
