import 'server-only'
import type { Member } from '@/lib/models/member'
import type { AssetLibrary, AssetStatus } from '@/lib/schemas/asset'
import type { MediaKind } from '@/lib/schemas/media'
import { beyond, type Position } from '@/lib/server/db/keyset'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'

const include = {
  assets: true,
  author: { select: { id: true, name: true } },
  _count: { select: { usedBy: true } },
} as const

/** An item with its author, its states in both libraries, and how many tasks name it. */
export type MediaRow = Prisma.MediaGetPayload<{ include: typeof include }>

export type NewMedia = Omit<
  Prisma.MediaCreateManyInput,
  'id' | 'hiddenAt' | 'linkUrl' | 'linkExpiresAt'
>

export function findMedia(db: Db, id: string): Promise<MediaRow | null> {
  return db.media.findUnique({ where: { id }, include })
}

export function findMediaByHash(db: Db, sha256: string): Promise<MediaRow | null> {
  return db.media.findUnique({ where: { sha256 }, include })
}

/** Hidden ones too, in the order of the ids; unknown ids are left out. */
export async function findMediaByIds(db: Db, ids: readonly string[]): Promise<MediaRow[]> {
  const rows = await db.media.findMany({ where: { id: { in: [...ids] } }, include })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** Finds the item of this content, and shows it again if it was hidden. */
export async function revealMedia(db: Db, sha256: string): Promise<MediaRow | null> {
  await db.media.updateMany({
    where: { sha256, hiddenAt: { not: null } },
    data: { hiddenAt: null },
  })
  return findMediaByHash(db, sha256)
}

/** `false` when another process has stored the same content meanwhile. */
export async function insertMedia(db: Db, data: NewMedia): Promise<boolean> {
  const { count } = await db.media.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/**
 * Gives an item whose bytes are gone from `lost` others of the same content. `false` when another
 * process has done so meanwhile, or the item is deleted.
 */
export async function replaceBytes(
  db: Db,
  lost: { id: string; key: string },
  bytes: { key: string; thumbKey: string | null; thumbhash: string | null },
): Promise<boolean> {
  const { count } = await db.media.updateMany({
    where: { id: lost.id, key: lost.key },
    data: bytes,
  })
  return count === 1
}

/** The keys of all items, and of their small pictures. */
export async function namedKeys(db: Db): Promise<Set<string>> {
  const rows = await db.media.findMany({ select: { key: true, thumbKey: true } })
  return new Set(rows.flatMap(({ key, thumbKey }) => (thumbKey ? [key, thumbKey] : [key])))
}

/** Deletes an item that no task names; the foreign key has the last word when a task is being made. */
export async function deleteUnused(db: Db, id: string): Promise<boolean> {
  try {
    const { count } = await db.media.deleteMany({ where: { id, usedBy: { none: {} } } })
    return count === 1
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003') {
      return false
    }
    throw error
  }
}

export async function hideMedia(db: Db, id: string, now: Date): Promise<void> {
  await db.media.updateMany({ where: { id, hiddenAt: null }, data: { hiddenAt: now } })
}

export type MediaFilter = {
  /** Words looked for in the name and in the gateway's asset ids. */
  q?: string
  kind?: MediaKind
  library?: AssetLibrary
  /** `none`: never submitted. */
  status?: (AssetStatus | 'none')[]
}

/** One page of what is not hidden, newest first. */
export function pageOfMedia(
  db: Db,
  filter: MediaFilter,
  page: { after: Position | null; limit: number },
): Promise<MediaRow[]> {
  const { after, limit } = page
  const and: Prisma.MediaWhereInput[] = []
  if (after) and.push(beyond(after))
  if (filter.q) {
    const contains = { contains: filter.q, mode: 'insensitive' } as const
    and.push({ OR: [{ name: contains }, { assets: { some: { gatewayAssetId: contains } } }] })
  }
  and.push(inLibrary(filter))
  return db.media.findMany({
    where: { hiddenAt: null, kind: filter.kind, AND: and },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

function inLibrary({ library, status }: MediaFilter): Prisma.MediaWhereInput {
  if (!status) return library ? { assets: { some: { library } } } : {}
  const submitted = status.filter((one) => one !== 'none')
  const some = { assets: { some: { library, status: { in: submitted } } } }
  return status.includes('none') ? { OR: [some, { assets: { none: { library } } }] } : some
}

/** Whether there is such an item, or such a task that the member may see. */
export async function sourceExists(
  db: Db,
  member: Member,
  source: { mediaId: string | null; taskId: string | null },
): Promise<{ media: boolean; task: boolean }> {
  const visible: Prisma.TaskWhereInput =
    member.role === 'admin' ? {} : { OR: [{ visibility: 'team' }, { authorId: member.id }] }
  const [media, task] = await Promise.all([
    source.mediaId === null ? 0 : db.media.count({ where: { id: source.mediaId } }),
    source.taskId === null ? 0 : db.task.count({ where: { id: source.taskId, ...visible } }),
  ])
  return { media: media > 0, task: task > 0 }
}
