import 'server-only'
import type { ArchiveStatus, TaskStatus } from '@/lib/schemas/task'
import type { Member } from '@/lib/models/member'
import { addSubmissions } from '@/lib/server/assets/store'
import type { Position } from '@/lib/server/db/keyset'
import {
  Prisma,
  type PrismaClient as Db,
  type Task as TaskRow,
} from '@/lib/server/generated/prisma/client'
import { isFound } from '@/lib/server/search/find'
import { findNamed, rewriteWords, writeWords } from '@/lib/server/search/store'
import type { MaterialPlan } from './plan-material'
import { allOf, isFavouriteOf, isOneOf, olderThan, visibleTo, type Condition } from './where'

export type { TaskRow }

const { sql } = Prisma

/** What a task shows besides its own row, to one member. */
function viewFor(memberId: string) {
  return {
    author: { select: { id: true, name: true } },
    pickedBy: { select: { id: true, name: true } },
    favourites: { where: { userId: memberId }, select: { userId: true } },
    tags: { select: { tag: true } },
    _count: { select: { notes: true } },
  } satisfies Prisma.TaskInclude
}
export type TaskView = Prisma.TaskGetPayload<{ include: ReturnType<typeof viewFor> }>

function shownTo({ id, role }: Member): Prisma.TaskWhereInput {
  return role === 'admin' ? {} : { OR: [{ visibility: 'team' }, { authorId: id }] }
}

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
  data: Prisma.TaskUncheckedCreateInput & { authorId: string; createdAt: Date },
  { mediaIds, approval }: MaterialPlan,
): Promise<{ row: TaskRow; created: boolean }> {
  const material = { create: mediaIds.map((mediaId) => ({ mediaId })) }
  const insert = db.task.create({ data: { ...data, material } })
  const submissions = approval && { ...approval, realPerson: false, now: data.createdAt }
  try {
    const [row] = await db.$transaction([
      insert,
      writeWords(db, data),
      ...(submissions ? [addSubmissions(db, submissions)] : []),
    ])
    return { row, created: true }
  } catch (error) {
    if (!hasCode(error, 'P2002')) throw error
    const known = await findTaskByKey(db, data.authorId, data.idempotencyKey)
    if (!known) throw error
    return { row: known, created: false }
  }
}

/** Whether a task could not be written because an item that it names has been deleted. */
export function isMissingMedia(error: unknown): boolean {
  return hasCode(error, 'P2003')
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code
}

/** Keys are each member's own: another's says nothing about whose task it found. */
export function findTaskByKey(
  db: Db,
  authorId: string,
  idempotencyKey: string,
): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { authorId_idempotencyKey: { authorId, idempotencyKey } } })
}

export function findTask(db: Db, id: string): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { id } })
}

export function findTaskByGatewayId(db: Db, gatewayTaskId: string): Promise<TaskRow | null> {
  return db.task.findUnique({ where: { gatewayTaskId } })
}

/** Those of the tasks that the member may see. */
export function findTaskViews(db: Db, member: Member, ids: string[]): Promise<TaskView[]> {
  return db.task.findMany({
    where: { id: { in: ids }, ...shownTo(member) },
    include: viewFor(member.id),
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

/** One page of what the member may see and has not been hidden, newest first, by keyset. */
export async function pageOfTasks(
  db: Db,
  member: Member,
  filter: TaskFilter,
  { after, limit }: { after: Position | null; limit: number },
): Promise<TaskView[]> {
  const { status, model, line, q, favourite } = filter
  const conditions: Condition[] = [sql`t.hidden_at IS NULL`, visibleTo(member)]
  if (after) conditions.push(olderThan(after))
  if (status) conditions.push(sql`t.status = ANY(${status}::"TaskStatus"[])`)
  if (model) conditions.push(isOneOf(sql`t.model`, [model]))
  if (line) conditions.push(isOneOf(sql`t.line`, [line]))
  if (favourite !== undefined) {
    const mine = isFavouriteOf(member.id)
    conditions.push(favourite ? mine : sql`NOT ${mine}`)
  }
  if (q) conditions.push(isFound(q, await findNamed(db, q)))
  const page = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM task t WHERE ${allOf(conditions)}
    ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}`
  return findTaskViews(
    db,
    member,
    page.map(({ id }) => id),
  )
}

export type TaskEdit = Partial<
  Pick<TaskRow, 'title' | 'visibility' | 'hiddenAt' | 'pickedById' | 'pickedAt'>
> & { tags?: string[] }

/** What people may change at any time, whoever moves the task. */
export async function editTask(db: Db, id: string, { tags, ...data }: TaskEdit): Promise<void> {
  const tagged = tags && {
    tags: { deleteMany: {}, create: [...new Set(tags)].map((tag) => ({ tag })) },
  }
  await db.$transaction(async (own) => {
    await own.$queryRaw`SELECT 1 FROM task WHERE id = ${id}::uuid FOR NO KEY UPDATE`
    await own.task.update({ where: { id }, data: { ...data, ...tagged } })
    if (tags || data.title !== undefined) await rewriteWords(own, [id])
  })
}

export type Standing = { id: string; authorId: string; tags: string[] }

/** Those of the tasks that the member may see, with what decides whether they may be changed. */
export async function findStanding(db: Db, member: Member, ids: string[]): Promise<Standing[]> {
  const rows = await db.task.findMany({
    where: { id: { in: ids }, ...shownTo(member) },
    select: { id: true, authorId: true, tags: { select: { tag: true } } },
  })
  return rows.map(({ tags, ...row }) => ({ ...row, tags: tags.map(({ tag }) => tag) }))
}

export type ManyEdit = Partial<Pick<TaskRow, 'hiddenAt' | 'visibility'>> & {
  add_tags: string[]
  remove_tags: string[]
}

/** The same edit of many tasks; all of it or nothing. */
export async function editTasks(
  db: Db,
  ids: string[],
  { add_tags, remove_tags, ...data }: ManyEdit,
): Promise<void> {
  await db.$transaction(async (own) => {
    // In one order, so that two such edits cannot block each other.
    await own.$queryRaw`
      SELECT 1 FROM task WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
    if (data.hiddenAt !== undefined || data.visibility !== undefined) {
      await own.task.updateMany({ where: { id: { in: ids } }, data })
    }
    if (add_tags.length + remove_tags.length === 0) return
    await own.taskTag.deleteMany({ where: { taskId: { in: ids }, tag: { in: remove_tags } } })
    await own.taskTag.createMany({
      data: ids.flatMap((taskId) => add_tags.map((tag) => ({ taskId, tag }))),
      skipDuplicates: true,
    })
    await rewriteWords(own, ids)
  })
}

export async function setFavourites(
  db: Db,
  userId: string,
  ids: string[],
  favourite: boolean,
): Promise<void> {
  if (favourite) {
    const data = ids.map((taskId) => ({ userId, taskId }))
    await db.favourite.createMany({ data, skipDuplicates: true })
  } else await db.favourite.deleteMany({ where: { userId, taskId: { in: ids } } })
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
