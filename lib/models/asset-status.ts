/**
 * `rejected` is the review's verdict, `failed` a fault on the way, `expired` an item the library has
 * dropped; each may be submitted again. `unconfirmed`: the submission was sent and never answered.
 */
export const assetStatuses = [
  'submitting',
  'in_review',
  'active',
  'rejected',
  'failed',
  'expired',
  'unconfirmed',
] as const
export type AssetStatus = (typeof assetStatuses)[number]

/** Nothing more comes of it by itself, and it cannot be used. A person may submit it again. */
export const spentStatuses = ['rejected', 'failed', 'expired', 'unconfirmed'] as const

export function isSpent(status: AssetStatus): boolean {
  return (spentStatuses as readonly AssetStatus[]).includes(status)
}

/** Still on its way to a verdict. */
export function isUnderWay(status: AssetStatus): boolean {
  return status === 'submitting' || status === 'in_review'
}

type InLibrary = { status: AssetStatus } | null

/** Is a media item still on its way to a verdict in either library? */
export function isInReview({ assets }: { assets: { full: InLibrary; sp: InLibrary } }): boolean {
  return [assets.full, assets.sp].some((asset) => asset !== null && isUnderWay(asset.status))
}
