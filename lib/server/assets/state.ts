import 'server-only'
import type { AssetStatus } from '@/lib/models/asset-status'

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
