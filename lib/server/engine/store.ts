import 'server-only'
import { isUnderWay, type AssetStatus } from '@/lib/models/asset-status'
import type { TaskStatus } from '@/lib/schemas/task'
import { assetMayFollow } from '@/lib/server/assets/state'
import type { AssetRow } from '@/lib/server/assets/store'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import { mayFollow } from '@/lib/server/tasks/state'
import type { TaskChange, TaskRow } from '@/lib/server/tasks/store'

/** What the engine moves: two tables with the same lease, fence, `due_at` and `attempts`. */
export type WorkKind = 'task' | 'asset'
export type Work =
  | { kind: 'task'; id: string; status: TaskStatus }
  | { kind: 'asset'; id: string; status: AssetStatus }
export type RowOf = { task: TaskRow; asset: AssetRow }

/** Everything of an asset's row that a step may write. */
export type AssetChange = Omit<
  Prisma.AssetUncheckedUpdateManyInput,
  'id' | 'mediaId' | 'library' | 'fence' | 'createdAt' | 'leaseUntil' | 'status'
> & { status?: AssetStatus }

/** The right to move one row: every write must still find this fence. */
export type Lease = { kind: WorkKind; id: string; fence: number }

/** Somebody else moved the row while we held what we took for its lease. */
export class LeaseLost extends Error {
  constructor(id: string) {
    super(`The lease of ${id} has passed to another mover.`)
    this.name = 'LeaseLost'
  }
}

const tables = { task: Prisma.sql`task`, asset: Prisma.sql`asset` }

/** What the engine should move, longest due first. */
export function dueWork(db: Db, now: Date, limit: number): Promise<Work[]> {
  const due = Prisma.sql`
    due_at <= ${now} AND (lease_until IS NULL OR lease_until < clock_timestamp())`
  return db.$queryRaw`
    SELECT kind, id, status FROM (
      SELECT 'task' AS kind, id, status::text, due_at FROM task WHERE ${due}
      UNION ALL
      SELECT 'asset' AS kind, id, status::text, due_at FROM asset WHERE ${due}
    ) AS work
    ORDER BY due_at LIMIT ${limit}`
}

/** When the next row after `now` is due; `null` when none is. */
export async function nextDue(db: Db, now: Date): Promise<Date | null> {
  const later = { where: { dueAt: { gt: now } }, _min: { dueAt: true } } as const
  const [tasks, assets] = await Promise.all([db.task.aggregate(later), db.asset.aggregate(later)])
  const times = [tasks, assets].flatMap(({ _min: { dueAt } }) => dueAt?.getTime() ?? [])
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/**
 * Takes the lease of a due row: one conditional UPDATE, by the database's clock. `null` when it is
 * not due or somebody else holds it.
 */
export async function claim<Kind extends WorkKind>(
  db: Db,
  kind: Kind,
  id: string,
  now: Date,
  leaseSeconds: number,
): Promise<RowOf[Kind] | null>
export async function claim(
  db: Db,
  kind: WorkKind,
  id: string,
  now: Date,
  leaseSeconds: number,
): Promise<TaskRow | AssetRow | null> {
  const claimed = await db.$queryRaw<{ fence: number }[]>`
    UPDATE ${tables[kind]}
    SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${id}::uuid AND due_at <= ${now}
      AND (lease_until IS NULL OR lease_until < clock_timestamp())
    RETURNING fence`
  const fence = claimed[0]?.fence
  if (fence === undefined) return null
  const where = { id, fence }
  return kind === 'task' ? db.task.findFirst({ where }) : db.asset.findFirst({ where })
}

/** Keeps the lease while a long step runs. Throws `LeaseLost`. */
export async function extendLease(db: Db, lease: Lease, leaseSeconds: number): Promise<void> {
  const count = await db.$executeRaw`
    UPDATE ${tables[lease.kind]}
    SET lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${lease.id}::uuid AND fence = ${lease.fence}`
  if (count === 0) throw new LeaseLost(lease.id)
}

/** Gives the lease back and looks again at `dueAt`, whatever the row has become. `false` when it was lost. */
export async function postpone(
  db: Db,
  lease: Lease,
  attempts: number,
  dueAt: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE ${tables[lease.kind]}
    SET attempts = ${attempts}, due_at = ${dueAt}, lease_until = NULL
    WHERE id = ${lease.id}::uuid AND fence = ${lease.fence}`
  return count === 1
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
    data: { ...change, ...noticeOf(change), ...(!keep && { leaseUntil: null }) },
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
    data: { ...change, ...noticeOf(change), leaseUntil: null, fence: { increment: 1 } },
  })
  return count === 1
}

/**
 * Writes what the holder of an asset's lease found out, as `writeTask` does. An asset that is no longer
 * under way wakes the tasks that wait for it, in the same transaction. Throws `LeaseLost`.
 */
export async function writeAsset(
  db: Db,
  row: Pick<AssetRow, 'id' | 'fence' | 'status' | 'mediaId'>,
  change: AssetChange,
  { now, keep = false }: { now: Date; keep?: boolean },
): Promise<void> {
  const where = { id: row.id, fence: row.fence, status: row.status }
  const data = keep ? change : { ...change, leaseUntil: null }
  if (!(await changeAsset(db, row, where, data, now))) throw new LeaseLost(row.id)
}

/** Changes an asset without a lease, as `overrideTask` does. */
export async function overrideAsset(
  db: Db,
  row: Pick<AssetRow, 'id' | 'mediaId'>,
  from: AssetStatus,
  change: AssetChange,
  now: Date,
): Promise<boolean> {
  const data = { ...change, leaseUntil: null, fence: { increment: 1 } }
  return changeAsset(db, row, { id: row.id, status: from }, data, now)
}

async function changeAsset(
  db: Db,
  { mediaId }: Pick<AssetRow, 'mediaId'>,
  where: { id: string; fence?: number; status: AssetStatus },
  data: Prisma.AssetUncheckedUpdateManyInput & { status?: AssetStatus },
  now: Date,
): Promise<boolean> {
  if (data.status && !assetMayFollow(where.status, data.status)) {
    throw new Error(`An asset cannot go from ${where.status} to ${data.status}.`)
  }
  const update = db.asset.updateMany({ where, data })
  if (data.status === undefined || isUnderWay(data.status)) return (await update).count === 1
  // A waiting task that is being looked at just now must look again: its fence moves on.
  const wake = db.task.updateMany({
    where: { status: 'waiting', material: { some: { mediaId } } },
    data: { dueAt: now, leaseUntil: null, fence: { increment: 1 } },
  })
  const [{ count }] = await db.$transaction([update, wake])
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

/** Whoever ends a task leaves the notice of it to be given, in the same write. */
function noticeOf({ status, completedAt }: TaskChange): Pick<TaskChange, 'noticeDueAt'> {
  return status === 'completed' || status === 'failed' ? { noticeDueAt: completedAt } : {}
}

function assertEdge(from: TaskStatus, to: TaskStatus | undefined): void {
  if (to && !mayFollow(from, to)) throw new Error(`A task cannot go from ${from} to ${to}.`)
}
