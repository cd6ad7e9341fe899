import 'server-only'
import * as z from 'zod/mini'
import { assetSchema, type Asset } from '@/lib/schemas/asset'
import type { AssetRow } from './store'

/** A row as the API shows it; parsed on the way out, so a column added later cannot leak. */
export function toAsset(row: AssetRow): Asset {
  return z.parse(assetSchema, {
    id: row.id,
    library: row.library,
    status: row.status,
    asset_id: row.gatewayAssetId,
    real_person: row.realPerson,
    reason: row.reason,
    submitted_at: row.submittedAt?.toISOString() ?? null,
    reviewed_at: row.reviewedAt?.toISOString() ?? null,
  })
}
