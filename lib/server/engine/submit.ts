import 'server-only'
import type { TaskFailure } from '@/lib/schemas/task'
import type { Context } from '@/lib/server/context'
import type { CreateOutcome } from '@/lib/server/gateway/client'
import { ownFailure } from '@/lib/server/gateway/failure-book'
import type { TaskChange, TaskRow } from '@/lib/server/tasks/store'
import { LeaseLost, overrideTask, typicalSeconds, writeTask } from './store'
import type { Hold } from './hold'
import { busySeconds } from './link'
import { deliver, doubtMaterial } from './material'
import { readSpend } from './meter'
import { after, askDelay, backOff } from './schedule'
import { firstLookSeconds } from './settle'

/** About six minutes with the waits between them; sending it hours later would surprise people. */
const mostTries = 10

type Accepted = Extract<CreateOutcome, { kind: 'accepted' }>

/** A row on its way out: what the meter said and when, before the create left. */
type SentRow = Omit<TaskRow, 'sentAt' | 'spendBefore'> & {
  sentAt: Date
  /** JimiCoin. */
  spendBefore: number | null
}

/**
 * Sends the paid create, once. `sentAt` is committed before the first byte may leave: whoever finds it
 * set without an outcome knows that the gateway may have charged, and never sends again.
 */
export async function submit(context: Context, row: TaskRow, hold: Hold): Promise<void> {
  if (row.sentAt) {
    const spendBefore = row.spendBefore?.toNumber() ?? null
    return doubt(context, { ...row, sentAt: row.sentAt, spendBefore }, 'interrupted')
  }

  const delivery = await deliver(context, row)
  if (delivery.kind === 'impossible') return fail(context, row, delivery.failure)
  if (delivery.kind === 'busy') {
    return writeTask(context.db, row, { dueAt: after(context, busySeconds) })
  }
  if (delivery.kind === 'later') {
    return tryAgain(context, row, delivery.retry_after, delivery.failure)
  }

  // Taken before the meter is read, so that everything sent since then is known to have moved it.
  const sentAt = context.clock.now()
  const spendBefore = await readSpend(context.gateway)
  await writeTask(context.db, row, { sentAt, spendBefore }, { keep: true })
  if (!hold.holds()) throw new LeaseLost(row.id)

  const outcome = await context.gateway.create(delivery.input)
  try {
    await record(context, { ...row, sentAt, spendBefore }, outcome)
  } catch (error) {
    if (error instanceof LeaseLost && outcome.kind === 'accepted') {
      await linkLate(context, row, outcome)
    }
    throw error
  }
}

async function record(context: Context, row: SentRow, outcome: CreateOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'accepted':
      return writeTask(context.db, row, await acceptance(context, row, outcome))
    case 'refused':
      await doubtMaterial(context, row, outcome.failure)
      return fail(context, row, outcome.failure)
    case 'not_sent':
      return tryAgain(context, row, outcome.retry_after ?? null, ownFailure('unreachable'))
    case 'unknown': {
      const { reason, evidence } = outcome
      context.log.warn({ task: row.id, reason, evidence }, 'the outcome of a create is unknown')
      return doubt(context, row, reason)
    }
  }
}

type UntakenRow = Pick<TaskRow, 'id' | 'fence' | 'status' | 'attempts'>

/** Nothing was sent, so nothing is lost by another try; `failure` is for when there were enough. */
function tryAgain(
  context: Context,
  row: UntakenRow,
  retryAfter: number | null,
  failure: TaskFailure,
): Promise<void> {
  const attempts = row.attempts + 1
  if (attempts >= mostTries) return fail(context, row, failure)
  const wait = Math.max(retryAfter ?? 0, backOff(attempts, 2, 60))
  return writeTask(context.db, row, { sentAt: null, attempts, dueAt: after(context, wait) })
}

/** Ended before the gateway took it: nothing was charged. */
function fail(context: Context, row: UntakenRow, failure: TaskFailure): Promise<void> {
  return writeTask(context.db, row, {
    status: 'failed',
    failure,
    actual: 0,
    completedAt: context.clock.now(),
    dueAt: null,
  })
}

/** What a task becomes when the gateway has taken it. */
export async function acceptance(
  context: Context,
  row: Pick<TaskRow, 'model'>,
  accepted: Pick<Accepted, 'task_id' | 'cost'>,
): Promise<TaskChange & { status: 'queued' }> {
  const typical = await typicalSeconds(context.db, row.model)
  return {
    status: 'queued',
    gatewayTaskId: accepted.task_id,
    submittedAt: context.clock.now(),
    actual: accepted.cost,
    attempts: 0,
    dueAt: after(context, askDelay({ age: 0, typical, failures: 0, retryAfter: null })),
  }
}

/** The answer came after another mover had to declare the task unconfirmed: it settles the doubt. */
async function linkLate(context: Context, row: TaskRow, accepted: Accepted): Promise<void> {
  const change = await acceptance(context, row, accepted)
  const linked = await overrideTask(context.db, row.id, 'unconfirmed', change)
  context.log.warn({ task: row.id, gateway_task_id: accepted.task_id, linked }, 'a late answer')
}

/** Unconfirmed. `settle` reads the meter a moment later, because it may lag. */
function doubt(context: Context, row: SentRow, reason: string): Promise<void> {
  return writeTask(context.db, row, {
    status: 'unconfirmed',
    doubt: {
      reason,
      sent_at: row.sentAt.toISOString(),
      spend_before: row.spendBefore,
      spend_after: null,
      verdict: 'unclear',
    },
    attempts: 0,
    dueAt: after(context, firstLookSeconds),
  })
}
