import 'server-only'
import { spentStatuses } from '@/lib/models/asset-status'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type {
  Asset as AssetRow,
  Media as MediaRow,
  Prisma,
  PrismaClient as Db,
} from '@/lib/server/generated/prisma/client'

export type { AssetRow, MediaRow }

/** An item of material with its states in both libraries. */
export type Material = MediaRow & { assets: AssetRow[] }

/** Items by id, hidden ones too; unknown ids are left out. */
export function findMaterial(db: Db, ids: readonly string[]): Promise<Material[]> {
  return db.media.findMany({ where: { id: { in: [...ids] } }, include: { assets: true } })
}

/** Assets of ours by the gateway's ids. */
export function findAssetsByGatewayId(db: Db, ids: readonly string[]): Promise<AssetRow[]> {
  return db.asset.findMany({ where: { gatewayAssetId: { in: [...ids] } } })
}

export type Submission = {
  mediaIds: readonly string[]
  library: AssetLibrary
  realPerson: boolean
  now: Date
}

/**
 * Writes down that items are to be submitted, those that never were. In one order, so that two callers
 * cannot block each other. Not a promise yet: it can be part of a transaction.
 */
export function addSubmissions(
  db: Db,
  { mediaIds, library, realPerson, now }: Submission,
): Prisma.PrismaPromise<Prisma.BatchPayload> {
  return db.asset.createMany({
    data: [...mediaIds].sort().map((mediaId) => ({
      mediaId,
      library,
      realPerson,
      status: 'submitting' as const,
      createdAt: now,
      dueAt: now,
    })),
    skipDuplicates: true,
  })
}

/**
 * Submits items on a person's word: those that never were, and again those of which nothing came.
 * The others stay as they are. The fence moves on, so that a mover still at work on the old
 * submission cannot write over the new one.
 */
export async function submitAssets(db: Db, submission: Submission): Promise<void> {
  const { mediaIds, library, realPerson, now } = submission
  await db.$transaction([
    addSubmissions(db, submission),
    db.asset.updateMany({
      where: { mediaId: { in: [...mediaIds] }, library, status: { in: [...spentStatuses] } },
      data: {
        status: 'submitting',
        realPerson,
        gatewayAssetId: null,
        assetRef: null,
        reason: null,
        sentAt: null,
        submittedAt: null,
        reviewedAt: null,
        attempts: 0,
        dueAt: now,
        leaseUntil: null,
        fence: { increment: 1 },
      },
    }),
  ])
}

export function findMedia(db: Db, id: string): Promise<MediaRow | null> {
  return db.media.findUnique({ where: { id } })
}

/** Keeps the gateway's link to a copy of an item's bytes, and when it dies. */
export async function keepLink(db: Db, mediaId: string, url: string, expires: Date): Promise<void> {
  await db.media.updateMany({
    where: { id: mediaId },
    data: { linkUrl: url, linkExpiresAt: expires },
  })
}

/** Has the engine look again at what a task takes from a library, because the gateway refused it. */
export async function recheckAssets(
  db: Db,
  taskId: string,
  library: AssetLibrary,
  now: Date,
): Promise<void> {
  await db.asset.updateMany({
    where: { library, status: 'active', media: { usedBy: { some: { taskId } } } },
    data: { dueAt: now },
  })
}

/** Links of a task's items that the gateway could not fetch are not given again. */
export async function forgetLinks(db: Db, taskId: string): Promise<void> {
  await db.media.updateMany({
    where: { usedBy: { some: { taskId } } },
    data: { linkUrl: null, linkExpiresAt: null },
  })
}
