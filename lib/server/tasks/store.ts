import 'server-only'
import type { ArchiveStatus, TaskStatus } from '@/lib/schemas/task'
import { addSubmissions } from '@/lib/server/assets/store'
import { beyond, type Position } from '@/lib/server/db/keyset'
import {
  Prisma,
  type PrismaClient as Db,
  type Task as TaskRow,
} from '@/lib/server/generated/prisma/client'
import type { MaterialPlan } from './plan-material'

export type { TaskRow }

/** Everything of a row that may be written after it was made. */
export type TaskChange = Omit<
  Prisma.TaskUncheckedUpdateManyInput,
  'id' | 'idempotencyKey' | 'inputHash' | 'fence' | 'createdAt' | 'leaseUntil' | 'status'
> & { status?: TaskStatus; archive?: ArchiveStatus }

/**
 * Writes the intent before anything is paid for, with the media it names and the submissions it waits
 * for. The unique key makes a repeated request find the first one's row, whichever server it reached.
 */
export async function insertTask(
  db: Db,
  data: Prisma.TaskUncheckedCreateInput & { createdAt: Date },
  { mediaIds, approval }: MaterialPlan,
): Promise<{ row: TaskRow; created: boolean }> {
  const material = { create: mediaIds.map((mediaId) => ({ mediaId })) }
  const insert = db.task.create({ data: { ...data, material } })
  const submissions = approval && { ...approval, realPerson: false, now: data.createdAt }
  try {
    const row = submissions
      ? (await db.$transaction([insert, addSubmissions(db, submissions)]))[0]
      : await insert
    return { row, created: true }
  } catch (error) {
    if (!hasCode(error, 'P2002')) throw error
    const where = { idempotencyKey: data.idempotencyKey }
    return { row: await db.task.findUniqueOrThrow({ where }), created: false }
  }
}

/** Whether a task could not be written because an item that it names has been deleted. */
export function isMissingMedia(error: unknown): boolean {
  return hasCode(error, 'P2003')
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code
}

export function findTaskByKey(db: Db, idempotencyKey: string): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { idempotencyKey } })
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

export type TaskFilter = {
  status?: TaskStatus[]
  model?: string
  line?: string
  /** Words looked for in the prompt and the title. */
  q?: string
  favourite?: boolean
}

/** One page of what is not hidden, newest first. */
export function pageOfTasks(
  db: Db,
  filter: TaskFilter,
  page: { after: Position | null; limit: number },
): Promise<TaskRow[]> {
  const { after, limit } = page
  const and: Prisma.TaskWhereInput[] = []
  if (after) and.push(beyond(after))
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

/** What people may change at any time, whoever moves the task. `false` when there is no such task. */
export async function editTask(
  db: Db,
  id: string,
  change: Pick<TaskChange, 'title' | 'favourite' | 'hiddenAt'>,
): Promise<boolean> {
  const { count } = await db.task.updateMany({ where: { id }, data: change })
  return count === 1
}

/** Stores a poster unless the task already has one. */
export async function setPoster(
  db: Db,
  id: string,
  poster: { posterKey: string; thumbhash: string },
): Promise<boolean> {
  const { count } = await db.task.updateMany({
    where: { id, posterKey: null, archive: 'saved' },
    data: poster,
  })
  return count === 1
}

export type ArchiveHealth = {
  unsaved: number
  /** When the first of them was finished, and when the first link dies. */
  oldest: Date | null
  firstExpiry: Date | null
  lost: number
  unconfirmed: number
}

/** How the archive stands: clips not yet ours, the one whose link dies first, and tasks in doubt. */
export async function archiveHealth(db: Db): Promise<ArchiveHealth> {
  const [pending, lost, unconfirmed] = await Promise.all([
    db.task.aggregate({
      where: { archive: 'pending' },
      _count: true,
      _min: { linkExpiresAt: true, completedAt: true },
    }),
    db.task.count({ where: { archive: 'lost' } }),
    db.task.count({ where: { status: 'unconfirmed' } }),
  ])
  const { linkExpiresAt: firstExpiry, completedAt: oldest } = pending._min
  return { unsaved: pending._count, oldest, firstExpiry, lost, unconfirmed }
}
