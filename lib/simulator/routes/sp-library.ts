import { randomBytes } from 'node:crypto'
import { assetState } from '../lifecycle'
import type { AssetRecord } from '../records'
import { refusal, success, type Reply } from '../reply'
import { gatewayRoute, type Call, type World } from '../route'
import { invented } from '../validation'
import { stringIn, stringsIn } from './fields'

const processingMs = 5_000
/** Success is the number 0 here (protocol §1.3). */
const ok = 0

/** SP's asset library and its whitelist of portraits (protocol §5.3). A link with `fail` in it fails. */
export const spLibraryRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/upload', uploadAsset),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/detail', detailOf('sp', assetView)),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/status', statusOf('sp', assetView)),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/realperson/submit', submitPerson),
  gatewayRoute(
    'POST',
    '/api/open-api/v1/seedance/sp/realperson/status',
    detailOf('real_person', personView),
  ),
  gatewayRoute(
    'POST',
    '/api/open-api/v1/seedance/sp/realperson/batch-status',
    statusOf('real_person', personView),
  ),
]

const types = ['image', 'video', 'audio', 'text']
const statusWords = { pending: 'Processing', active: 'Active', refused: 'Failed' } as const

function addAsset(
  world: World,
  library: 'sp' | 'real_person',
  { name, type, url }: { name: string; type: string; url: string },
): AssetRecord {
  const asset: AssetRecord = {
    id: `asset_${randomBytes(9).toString('hex')}`,
    at: world.now(),
    library,
    type,
    name,
    url,
    ready_ms: Math.round(processingMs / world.speed),
    accepted: !url.includes('fail'),
  }
  world.state.commit({ type: 'asset', asset })
  return asset
}

function uploadAsset({ json }: Call, world: World): Reply {
  const name = stringIn(json, 'name')
  const type = stringIn(json, 'type')
  const url = stringIn(json, 'url')
  if (name === null || url === null || type === null || !types.includes(type)) {
    return refusal(20002, invented(`name, url and type (${types.join(', ')}) are needed`))
  }
  if (!URL.canParse(url)) return refusal(20002, invented('the link cannot be read'))
  return success(ok, { asset_id: addAsset(world, 'sp', { name, type, url }).id })
}

function submitPerson({ json }: Call, world: World): Reply {
  const name = stringIn(json, 'name')
  const url = stringIn(json, 'url')
  if (name === null || url === null || !URL.canParse(url)) {
    return refusal(20002, invented('name and url are needed'))
  }
  const asset = addAsset(world, 'real_person', { name, type: 'image', url })
  return success(ok, personView(asset, world.now()))
}

function assetView(asset: AssetRecord, now: number) {
  return {
    asset_id: asset.id,
    official_id: `off-${asset.id.slice(-8)}`,
    status: statusWords[assetState(asset, now)],
    name: asset.name,
    image_url: asset.url,
    // A string here, unlike a task's (§5.3).
    created_at: new Date(asset.at).toISOString(),
  }
}

function personView(asset: AssetRecord, now: number) {
  const state = assetState(asset, now)
  return {
    asset_id: asset.id,
    status: statusWords[state],
    asset_ref: state === 'active' ? `asset://${asset.id}` : null,
    name: asset.name,
    url: asset.url,
  }
}

type View = typeof assetView | typeof personView

function detailOf(library: AssetRecord['library'], view: View) {
  return ({ json }: Call, { state, now }: World): Reply => {
    const asset = state.assets.get(stringIn(json, 'asset_id') ?? '')
    if (asset === undefined || asset.library !== library) {
      return refusal(20002, invented('no such asset'))
    }
    return success(ok, view(asset, now()))
  }
}

function statusOf(library: AssetRecord['library'], view: View) {
  return ({ json }: Call, { state, now }: World): Reply => {
    const items = stringsIn(json, 'asset_ids').flatMap((id) => {
      const asset = state.assets.get(id)
      return asset?.library === library ? [view(asset, now())] : []
    })
    return success(ok, { items })
  }
}
