import 'server-only'
import { findMedia, type AssetRow } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import type { AssetOutcome } from '@/lib/server/gateway/client'
import { ownFailure } from '@/lib/server/gateway/failure-book'
import type { Hold } from './hold'
import { busySeconds, linkFor } from './link'
import { libraryNameOf, observed } from './review-asset'
import { after, backOff } from './schedule'
import { LeaseLost, overrideAsset, writeAsset, type AssetChange } from './store'

/** About six minutes with the waits between them. */
const mostTries = 10

type Accepted = Extract<AssetOutcome, { kind: 'accepted' }>

/**
 * Hands an item to its library, once: `sentAt` is committed before the first byte may leave, and whoever
 * finds it set without an outcome leaves the item unconfirmed for a person to decide.
 */
export async function submitAsset(context: Context, row: AssetRow, hold: Hold): Promise<void> {
  if (row.sentAt) return write(context, row, { status: 'unconfirmed', dueAt: null })
  const media = await findMedia(context.db, row.mediaId)
  if (!media) throw new Error(`Asset ${row.id} has no media.`)

  const link = await linkFor(context, media)
  if (link.kind === 'busy') return write(context, row, { dueAt: after(context, busySeconds) })
  if (link.kind === 'refused') return fail(context, row, link.words)
  if (link.kind === 'later') return tryAgain(context, row, link.retry_after)

  const sentAt = context.clock.now()
  await writeAsset(context.db, row, { sentAt }, { now: sentAt, keep: true })
  if (!hold.holds()) throw new LeaseLost(row.id)

  const { kind, name } = media
  const library = libraryNameOf(row)
  const outcome = await context.gateway.submitAsset(library, { kind, name, url: link.url })
  try {
    await record(context, row, outcome)
  } catch (error) {
    if (error instanceof LeaseLost && outcome.kind === 'accepted') {
      await acceptLate(context, row, outcome)
    }
    throw error
  }
}

async function record(context: Context, row: AssetRow, outcome: AssetOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'accepted':
      return write(context, row, acceptance(context, outcome))
    case 'refused':
      return fail(context, row, outcome.message)
    case 'not_sent':
      return tryAgain(context, row, outcome.retry_after ?? null)
    case 'unknown': {
      const { reason, evidence } = outcome
      context.log.warn(
        { asset: row.id, reason, evidence },
        'the outcome of a submission is unknown',
      )
      return write(context, row, { status: 'unconfirmed', dueAt: null })
    }
  }
}

function acceptance(context: Context, accepted: Accepted): AssetChange {
  const submittedAt = context.clock.now()
  const first = { status: 'in_review', submittedAt, attempts: 0 } as const
  return {
    ...observed(context, first, accepted.observation),
    gatewayAssetId: accepted.asset_id,
    submittedAt,
  }
}

/** Nothing was accepted, so nothing is lost by another try. */
function tryAgain(context: Context, row: AssetRow, retryAfter: number | null): Promise<void> {
  const attempts = row.attempts + 1
  if (attempts >= mostTries) return fail(context, row, ownFailure('unreachable').message)
  const wait = Math.max(retryAfter ?? 0, backOff(attempts, 2, 60))
  return write(context, row, { sentAt: null, attempts, dueAt: after(context, wait) })
}

function fail(context: Context, row: AssetRow, reason: string | null): Promise<void> {
  return write(context, row, { status: 'failed', reason, dueAt: null })
}

/** The answer came after another mover had to give the submission up. */
async function acceptLate(context: Context, row: AssetRow, accepted: Accepted): Promise<void> {
  const now = context.clock.now()
  const change = acceptance(context, accepted)
  const taken = await overrideAsset(context.db, row, 'unconfirmed', change, now)
  context.log.warn({ asset: row.id, asset_id: accepted.asset_id, taken }, 'a late answer')
}

function write(context: Context, row: AssetRow, change: AssetChange): Promise<void> {
  return writeAsset(context.db, row, change, { now: context.clock.now() })
}
