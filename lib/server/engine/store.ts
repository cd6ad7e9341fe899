import 'server-only'
import type { TaskStatus } from '@/lib/schemas/task'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import { mayFollow } from '@/lib/server/tasks/state'
import type { TaskChange, TaskRow } from '@/lib/server/tasks/store'

/** The right to move one task: every write must still find this fence. */
export type Lease = { id: string; fence: number }

/** Somebody else moved the task while we held what we took for its lease. */
export class LeaseLost extends Error {
  constructor(id: string) {
    super(`The lease of task ${id} has passed to another mover.`)
    this.name = 'LeaseLost'
  }
}

/** What the engine should move, longest due first. */
export function dueTasks(
  db: Db,
  now: Date,
  limit: number,
): Promise<Pick<TaskRow, 'id' | 'status'>[]> {
  return db.$queryRaw`
    SELECT id, status FROM task
    WHERE due_at <= ${now} AND (lease_until IS NULL OR lease_until < clock_timestamp())
    ORDER BY due_at LIMIT ${limit}`
}

/** When the next task after `now` is due; `null` when none is. */
export async function nextDue(db: Db, now: Date): Promise<Date | null> {
  const found = await db.task.aggregate({ where: { dueAt: { gt: now } }, _min: { dueAt: true } })
  return found._min.dueAt
}

/**
 * Takes the lease of a due task: one conditional UPDATE, by the database's clock. `null` when the
 * task is not due or somebody else holds it.
 */
export async function claimTask(
  db: Db,
  id: string,
  now: Date,
  leaseSeconds: number,
): Promise<TaskRow | null> {
  const claimed = await db.$queryRaw<{ fence: number }[]>`
    UPDATE task
    SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${id}::uuid AND due_at <= ${now}
      AND (lease_until IS NULL OR lease_until < clock_timestamp())
    RETURNING fence`
  const fence = claimed[0]?.fence
  if (fence === undefined) return null
  return db.task.findFirst({ where: { id, fence } })
}

/** Keeps the lease while a long step runs. Throws `LeaseLost`. */
export async function extendLease(db: Db, lease: Lease, leaseSeconds: number): Promise<void> {
  const count = await db.$executeRaw`
    UPDATE task SET lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${lease.id}::uuid AND fence = ${lease.fence}`
  if (count === 0) throw new LeaseLost(lease.id)
}

/**
 * Writes what the holder of a lease found out, and gives the lease back unless `keep` is set.
 * Throws `LeaseLost` when another mover came in between.
 */
export async function writeTask(
  db: Db,
  row: Pick<TaskRow, 'id' | 'fence' | 'status'>,
  change: TaskChange,
  { keep = false } = {},
): Promise<void> {
  assertEdge(row.status, change.status)
  const { count } = await db.task.updateMany({
    where: { id: row.id, fence: row.fence, status: row.status },
    data: keep ? change : { ...change, leaseUntil: null },
  })
  if (count === 0) throw new LeaseLost(row.id)
}

/**
 * Changes a task without a lease, if it still has the status the caller saw. The fence moves on, so
 * that a mover still at work on the old state cannot write over it. `false` when the status changed.
 */
export async function overrideTask(
  db: Db,
  id: string,
  from: TaskStatus,
  change: TaskChange,
): Promise<boolean> {
  assertEdge(from, change.status)
  const { count } = await db.task.updateMany({
    where: { id, status: from },
    data: { ...change, leaseUntil: null, fence: { increment: 1 } },
  })
  return count === 1
}

/** Median seconds from acceptance to completion of the model's newest 50 tasks, `null` below five. */
export async function typicalSeconds(db: Db, model: string): Promise<number | null> {
  const rows = await db.$queryRaw<{ typical: number | null; samples: bigint }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS typical, count(*) AS samples
    FROM (
      SELECT extract(epoch FROM completed_at - submitted_at)::float8 AS seconds FROM task
      WHERE model = ${model} AND status = 'completed' AND completed_at IS NOT NULL
      ORDER BY completed_at DESC LIMIT 50
    ) AS newest`
  const found = rows[0]
  return found && found.samples >= 5n ? found.typical : null
}

/** JimiCoin of tasks that were wholly submitted in a span, and whether anything else may have moved the meter. */
export type OtherSpending = { costs: number[]; disturbed: boolean }

/** What else moved the key's spend meter while a create's outcome was open. */
export async function otherSpending(
  db: Db,
  task: { id: string; since: Date },
): Promise<OtherSpending> {
  const others = await db.task.findMany({
    where: {
      id: { not: task.id },
      sentAt: { not: null },
      OR: [
        { status: 'submitting' },
        { sentAt: { gte: task.since } },
        { submittedAt: { gte: task.since } },
        { status: 'failed', completedAt: { gte: task.since } },
      ],
    },
    select: { sentAt: true, status: true, actual: true },
  })
  const whole = others.filter(
    ({ sentAt, status, actual }) =>
      sentAt !== null &&
      sentAt >= task.since &&
      actual !== null &&
      (status === 'queued' || status === 'processing' || status === 'completed'),
  )
  return {
    costs: whole.map(({ actual }) => actual?.toNumber() ?? 0),
    disturbed: whole.length < others.length,
  }
}

function assertEdge(from: TaskStatus, to: TaskStatus | undefined): void {
  if (to && !mayFollow(from, to)) throw new Error(`A task cannot go from ${from} to ${to}.`)
}
