import 'server-only'
import { mediaIdOf } from '@/lib/models/reference'
import type { TaskInput } from '@/lib/models/task-input'
import type { TaskFailure } from '@/lib/schemas/task'
import {
  findMaterial,
  forgetLinks,
  recheckAssets,
  type AssetRow,
  type Material,
} from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import { ownFailure } from '@/lib/server/gateway/failure-book'
import { libraryOf, takesApprovedOnly } from '@/lib/server/tasks/approval'
import { readInput } from '@/lib/server/tasks/dto'
import { mapReferences, mediaIdsOf } from '@/lib/server/tasks/material'
import type { TaskRow } from '@/lib/server/tasks/store'
import { linkFor, type LinkOutcome } from './link'

export type Delivery =
  /** The input as the gateway is to have it. */
  | { kind: 'ready'; input: TaskInput }
  /** Uploads are under way. */
  | { kind: 'busy' }
  /** Not now; should it never do, `failure` says what stood in the way. `retry_after` is in seconds. */
  | { kind: 'later'; failure: TaskFailure; retry_after: number | null }
  | { kind: 'impossible'; failure: TaskFailure }

/**
 * The border where our media become what a model accepts (protocol §2.2 X9–X11): Full takes approved
 * items of its library alone; SP its library's item where there is an active one, else a link; all
 * others a link. Called before anything is paid.
 */
export async function deliver(context: Context, row: TaskRow): Promise<Delivery> {
  const input = readInput(row)
  const ids = mediaIdsOf(input)
  const items = await findMaterial(context.db, ids)
  if (items.length < ids.length) throw new Error(`Task ${row.id} names media that are gone.`)

  const outcomes = await Promise.all(
    items.map(async (item) => ({ item, outcome: await stand(context, row, item) })),
  )
  const obstacles = outcomes.flatMap(({ item, outcome }) => obstacle(item, outcome) ?? [])
  const worst = ['impossible', 'later', 'busy'].flatMap((kind) =>
    obstacles.filter((one) => one.kind === kind),
  )[0]
  if (worst) return worst

  const standIns = new Map(
    outcomes.flatMap(({ item, outcome }) =>
      outcome.kind === 'link' ? [[item.id, outcome.url] as const] : [],
    ),
  )
  const replace = (reference: string) => standIns.get(mediaIdOf(reference) ?? '') ?? reference
  return { kind: 'ready', input: mapReferences(input, replace) }
}

type StandIn = LinkOutcome | { kind: 'not_approved'; words: string | null }

/** What the gateway is given for one item. */
async function stand(context: Context, row: TaskRow, item: Material): Promise<StandIn> {
  const library = libraryOf(row.model)
  const asset = item.assets.find((one) => one.library === library)
  if (asset?.status === 'active') return { kind: 'link', url: assetReference(asset) }
  if (takesApprovedOnly(row.model)) return { kind: 'not_approved', words: asset?.reason ?? null }
  return linkFor(context, item)
}

function assetReference({ assetRef, gatewayAssetId }: AssetRow): string {
  return assetRef ?? `asset://${gatewayAssetId}`
}

function obstacle(
  { name }: Material,
  outcome: StandIn,
): Exclude<Delivery, { kind: 'ready' }> | null {
  switch (outcome.kind) {
    case 'link':
      return null
    case 'busy':
      return { kind: 'busy' }
    case 'not_approved': {
      const failure = ownFailure('asset_refused', { name, words: outcome.words })
      return { kind: 'impossible', failure }
    }
    case 'refused': {
      const failure = ownFailure('material_not_delivered', { name, words: outcome.words })
      return { kind: 'impossible', failure: { ...failure, retry: 'change' } }
    }
    case 'later': {
      const failure = ownFailure('material_not_delivered', { name, words: null })
      return { kind: 'later', failure, retry_after: outcome.retry_after }
    }
  }
}

/**
 * A failure that speaks of the material casts doubt on what we believed of it: the library is asked
 * what became of its items, and links that could not be fetched are not given again.
 */
export async function doubtMaterial(
  context: Context,
  row: Pick<TaskRow, 'id' | 'model'>,
  failure: TaskFailure,
): Promise<void> {
  const library = libraryOf(row.model)
  if (failure.code === 'asset_not_approved' && library !== null) {
    await recheckAssets(context.db, row.id, library, context.clock.now())
  }
  if (failure.code === 'fetch_failed') await forgetLinks(context.db, row.id)
}
