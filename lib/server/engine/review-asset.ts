import 'server-only'
import type { AssetRow } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import type { AssetObservation, LibraryName } from '@/lib/server/gateway/client'
import { after, reviewDelay } from './schedule'
import { writeAsset, type AssetChange } from './store'

/** An id that its library has denied so many times in a row is gone. */
const mostDenials = 5

/** SP keeps portraits of real people in a list of their own (protocol §5.3). */
export function libraryNameOf({ library, realPerson }: AssetRow): LibraryName {
  return library === 'sp' && realPerson ? 'sp_real_person' : library
}

/** Asks the library how an item stands: one in review, or an active one that a create was refused for. */
export async function reviewAsset(context: Context, row: AssetRow): Promise<void> {
  const now = context.clock.now()
  if (!row.gatewayAssetId) return writeAsset(context.db, row, { dueAt: null }, { now })
  const outcome = await context.gateway.assetState(libraryNameOf(row), row.gatewayAssetId)
  if (outcome.kind === 'ok') {
    const { unknown_status: word } = outcome.value
    if (word) context.log.warn({ asset: row.id, status: word }, 'an unknown status word')
    return writeAsset(context.db, row, observed(context, row, outcome.value), { now })
  }
  const retryAfter = outcome.kind === 'retry' ? (outcome.retry_after ?? null) : null
  return writeAsset(context.db, row, askAgain(context, row, row.attempts + 1, retryAfter), { now })
}

type Reviewed = Pick<AssetRow, 'status' | 'submittedAt' | 'attempts'>

/** What becomes of an item of which its library said this. */
export function observed(context: Context, row: Reviewed, seen: AssetObservation): AssetChange {
  const reviewedAt = context.clock.now()
  switch (seen.state) {
    case 'in_review':
      return { status: 'in_review', ...askAgain(context, row, 0, null) }
    case 'missing':
      return row.attempts + 1 >= mostDenials
        ? { status: 'expired', reviewedAt, dueAt: null }
        : askAgain(context, row, row.attempts + 1, null)
    case 'active': {
      const { asset_ref: assetRef } = seen
      return { status: 'active', assetRef, reason: null, reviewedAt, attempts: 0, dueAt: null }
    }
    case 'rejected':
    case 'failed':
    case 'expired':
      return { status: seen.state, reason: seen.reason, reviewedAt, dueAt: null }
  }
}

function askAgain(
  context: Context,
  { submittedAt }: Reviewed,
  failures: number,
  retryAfter: number | null,
): AssetChange {
  const since = submittedAt ?? context.clock.now()
  const age = ((context.clock.now().getTime() - since.getTime()) * context.pace) / 1000
  const delay = reviewDelay({ age, failures, retryAfter })
  return { attempts: failures, dueAt: after(context, delay) }
}
