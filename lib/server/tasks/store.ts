import 'server-only'
import type { ArchiveStatus, TaskStatus } from '@/lib/schemas/task'
import type {
  Prisma,
  PrismaClient as Db,
  Task as TaskRow,
} from '@/lib/server/generated/prisma/client'
import { mayFollow } from './state'

export type { TaskRow }

/** Everything of a row that may be written after it was made. */
export type TaskChange = Omit<
  Prisma.TaskUncheckedUpdateManyInput,
  'id' | 'idempotencyKey' | 'inputHash' | 'fence' | 'createdAt' | 'leaseUntil' | 'status'
> & { status?: TaskStatus; archive?: ArchiveStatus }

/** The right to move one task: every write must still find this fence. */
export type Lease = { id: string; fence: number }

/** Somebody else moved the task while we held what we took for its lease. */
export class LeaseLost extends Error {
  constructor(id: string) {
    super(`The lease of task ${id} has passed to another mover.`)
    this.name = 'LeaseLost'
  }
}

/**
 * Writes the intent before anything is paid for. The unique key makes a repeated request find the
 * first one's row, whichever server it reached.
 */
export async function insertTask(
  db: Db,
  data: Prisma.TaskCreateInput,
): Promise<{ row: TaskRow; created: boolean }> {
  const { count } = await db.task.createMany({ data: [data], skipDuplicates: true })
  const row = await db.task.findUniqueOrThrow({ where: { idempotencyKey: data.idempotencyKey } })
  return { row, created: count === 1 }
}

export function findTask(db: Db, id: string): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { id } })
}

export function findTaskByGatewayId(db: Db, gatewayTaskId: string): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { gatewayTaskId } })
}

export function findTasks(db: Db, ids: string[]): Promise<TaskRow[]> {
  return db.task.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

export type TaskPosition = { createdAt: Date; id: string }
export type TaskFilter = {
  status?: TaskStatus[]
  model?: string
  line?: string
  /** Words looked for in the prompt and the title. */
  q?: string
  favourite?: boolean
}

/**
 * One page, newest first, by keyset. The bound on `createdAt` alone is redundant and is what lets
 * PostgreSQL walk the index instead of filtering from the top.
 */
export function pageOfTasks(
  db: Db,
  filter: TaskFilter,
  page: { after: TaskPosition | null; limit: number },
): Promise<TaskRow[]> {
  const { after, limit } = page
  const and: Prisma.TaskWhereInput[] = []
  if (after) {
    and.push({
      createdAt: { lte: after.createdAt },
      OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
    })
  }
  if (filter.q) {
    const contains = { contains: filter.q, mode: 'insensitive' } as const
    and.push({ OR: [{ prompt: contains }, { title: contains }] })
  }
  return db.task.findMany({
    where: {
      hiddenAt: null,
      status: filter.status && { in: filter.status },
      model: filter.model,
      line: filter.line,
      favourite: filter.favourite,
      AND: and,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
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

/** What people may change at any time, whoever moves the task. `false` when there is no such task. */
export async function editTask(
  db: Db,
  id: string,
  change: Pick<TaskChange, 'title' | 'favourite' | 'hiddenAt'>,
): Promise<boolean> {
  const { count } = await db.task.updateMany({ where: { id }, data: change })
  return count === 1
}

/** Stores a poster's key unless the task already has one. */
export async function setPoster(db: Db, id: string, posterKey: string): Promise<boolean> {
  const { count } = await db.task.updateMany({
    where: { id, posterKey: null, archive: 'saved' },
    data: { posterKey },
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

/** How the archive stands: clips not yet ours, the one whose link dies first, and tasks in doubt. */
export async function archiveHealth(
  db: Db,
): Promise<{ unsaved: number; firstExpiry: Date | null; lost: number; unconfirmed: number }> {
  const [pending, lost, unconfirmed] = await Promise.all([
    db.task.aggregate({
      where: { archive: 'pending' },
      _count: true,
      _min: { linkExpiresAt: true },
    }),
    db.task.count({ where: { archive: 'lost' } }),
    db.task.count({ where: { status: 'unconfirmed' } }),
  ])
  return { unsaved: pending._count, firstExpiry: pending._min.linkExpiresAt, lost, unconfirmed }
}

function assertEdge(from: TaskStatus, to: TaskStatus | undefined): void {
  if (to && !mayFollow(from, to)) throw new Error(`A task cannot go from ${from} to ${to}.`)
}
