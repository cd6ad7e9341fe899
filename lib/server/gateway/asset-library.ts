import 'server-only'
import * as z from 'zod/mini'
import type { Answer } from './answer'
import { firstText, reasonText } from './translate'
import { assetItemSchema, assetListSchema, type GatewayAssetItem } from './wire'

/** Full's audit library (protocol §5.2), SP's library, and SP's whitelist of portraits (§5.3). */
export type LibraryName = 'full' | 'sp' | 'sp_real_person'

/** An item to be submitted. `url` is a link that the gateway can fetch. */
export type AssetItem = { kind: 'image' | 'video' | 'audio'; name: string; url: string }

export type AssetState = 'in_review' | 'active' | 'rejected' | 'failed' | 'expired'

/** What a library said about one item. */
export type AssetObservation = {
  /** `missing`: the library does not know the id. */
  state: AssetState | 'missing'
  /** What a create is given instead of `asset://` and the id, where the library says so. */
  asset_ref: string | null
  /** The library's words about a refusal. */
  reason: string | null
  /** The status word, when it is none that we know: the item then counts as in review. */
  unknown_status?: string
}

type Library = { submitPath: string; statusPath: string; body(item: AssetItem): object }

const base = '/api/open-api/v1/seedance'

export const libraries: Record<LibraryName, Library> = {
  full: {
    submitPath: `${base}/assets/audit`,
    statusPath: `${base}/assets/status`,
    body: ({ kind, url }) => ({
      image_urls: kind === 'image' ? [url] : [],
      video_urls: kind === 'video' ? [url] : [],
      audio_urls: kind === 'audio' ? [url] : [],
    }),
  },
  sp: {
    submitPath: `${base}/sp/assets/upload`,
    statusPath: `${base}/sp/assets/status`,
    body: ({ kind, name, url }) => ({ name, type: kind, url }),
  },
  sp_real_person: {
    submitPath: `${base}/sp/realperson/submit`,
    statusPath: `${base}/sp/realperson/batch-status`,
    body: ({ name, url }) => ({ name, url }),
  },
}

/** Compared without regard to case; the libraries, their siblings and later pages differ (§5.2, §5.3). */
const stateWords: Record<AssetState, readonly string[]> = {
  in_review: ['pending', 'submitted', 'processing', 'none', 'uploading', ''],
  active: ['active'],
  rejected: ['rejected'],
  failed: ['failed'],
  expired: ['expired', 'deleted'],
}

const stateOfWord = new Map(
  Object.entries(stateWords).flatMap(([state, words]) =>
    words.map((word) => [word, state as AssetState] as const),
  ),
)

export type MadeAsset = { asset_id: string; observation: AssetObservation }

/** What the answer to a submission names, from `data.items` (Full) or `data` itself (SP); null for nothing. */
export function madeAsset({ data }: Answer): MadeAsset | null {
  const listed = assetListSchema.safeParse(data).data?.items?.[0]
  const item = listed ?? assetItemSchema.safeParse(data).data
  const assetId = item && idOf(item)
  return item && assetId ? { asset_id: assetId, observation: toObservation(item) } : null
}

/** Why the only item of a submission was not taken (`failed_items`, §5.2); undefined when it is not there. */
export function refusedItem({ data }: Answer): { message: string | null } | undefined {
  const failed = assetListSchema.safeParse(data).data?.failed_items?.[0]
  return failed ? { message: reasonOf(failed) } : undefined
}

/** What a list of states says about one id; null when there is no list. */
export function observedAsset(data: unknown, assetId: string): AssetObservation | null {
  const items = z.safeParse(assetListSchema, data).data?.items
  if (!items) return null
  const item = items.find((one) => one && idOf(one) === assetId)
  return item ? toObservation(item) : { state: 'missing', asset_ref: null, reason: null }
}

function toObservation(item: GatewayAssetItem): AssetObservation {
  const word = firstText(item.status)?.toLowerCase() ?? ''
  const known = stateOfWord.get(word)
  return {
    state: known ?? 'in_review',
    asset_ref: firstText(item.asset_ref),
    reason: reasonOf(item),
    ...(known === undefined && { unknown_status: word }),
  }
}

function idOf(item: GatewayAssetItem): string | null {
  return firstText(item.asset_id, item.assetId, item.id)
}

function reasonOf(item: GatewayAssetItem): string | null {
  const { reason, error_message, errorMessage, message, error } = item
  const said = [reason, error_message, errorMessage, message, error].map(reasonText)
  return said.find((text) => text !== null) ?? null
}
