import 'server-only'
import type { AssetStatus } from '@/lib/schemas/asset'

/** Which status may follow which, for the engine. A person's new submission is no edge of this table. */
const next = {
  submitting: ['submitting', 'in_review', 'active', 'rejected', 'failed', 'unconfirmed'],
  in_review: ['in_review', 'active', 'rejected', 'failed', 'expired'],
  active: ['active', 'in_review', 'rejected', 'failed', 'expired'],
  unconfirmed: ['unconfirmed', 'in_review', 'active', 'rejected', 'failed', 'expired'],
  rejected: ['rejected'],
  failed: ['failed'],
  expired: ['expired'],
} as const satisfies Record<AssetStatus, readonly AssetStatus[]>

export function assetMayFollow(from: AssetStatus, to: AssetStatus): boolean {
  return (next[from] as readonly AssetStatus[]).includes(to)
}

/** Nothing more comes of it by itself, and it cannot be used. A person may submit it again. */
export const spentStatuses = ['rejected', 'failed', 'expired', 'unconfirmed'] as const

export function isSpent(status: AssetStatus): boolean {
  return (spentStatuses as readonly AssetStatus[]).includes(status)
}

/** Still on its way to a verdict. */
export function isUnderWay(status: AssetStatus): boolean {
  return status === 'submitting' || status === 'in_review'
}
