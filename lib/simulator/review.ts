import { randomBytes } from 'node:crypto'
import { complaintAbout } from './material/complaint'
import { auditLimits } from './material/limits'
import type { Material } from './material/material'
import { invented } from './invented'
import type { AssetRecord } from './records'
import type { Call, World } from './route'

/** Milliseconds of a review at life's speed. */
const reviewMs: Record<AssetRecord['library'], number> = {
  audit: 6_000,
  sp: 5_000,
  real_person: 5_000,
}
/** From when an asset that is to expire turned Active. */
const expiresAfterMs = 60_000

const idPrefix: Record<AssetRecord['library'], string> = {
  audit: 'aud',
  sp: 'asset',
  real_person: 'asset',
}

/**
 * Takes an asset in and settles how its review will end. Refused are what the library cannot use
 * and what has `reject` or `fail` in its name or its link's path; `expire` there lets it expire. A
 * fault says otherwise.
 */
export function submitAsset(
  { effect }: Call,
  world: World,
  asset: Pick<AssetRecord, 'library' | 'type' | 'name' | 'url'> & { material: Material },
): AssetRecord {
  const { library, material } = asset
  const script = effect.review ?? {}
  const words = `${asset.name} ${pathOf(asset.url)}`
  const scripted =
    script.refusal ?? (/reject|fail/i.test(words) ? invented('the material is refused') : null)
  const limits = library === 'audit' ? auditLimits : []
  const expires = script.expires_ms ?? (/expire/i.test(words) ? expiresAfterMs : null)
  const record: AssetRecord = {
    ...asset,
    id: `${idPrefix[library]}_${randomBytes(9).toString('hex')}`,
    at: world.now(),
    material: [material],
    ready_ms: Math.round((reviewMs[library] * (script.factor ?? 1)) / world.speed),
    refusal: scripted ?? complaintAbout([material], limits, true),
    expires_ms: expires === null ? null : Math.round(expires / world.speed),
  }
  world.state.commit({ type: 'asset', asset: record })
  return record
}

/** Without the query, whose signature may spell anything. */
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url
}
