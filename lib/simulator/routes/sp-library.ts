import { invented } from '../invented'
import { assetState } from '../lifecycle'
import type { Kind } from '../material/facts'
import type { AssetRecord } from '../records'
import { refusal, success, type Reply } from '../reply'
import { submitAsset } from '../review'
import { gatewayRoute, type Call, type World } from '../route'
import { stringIn, stringsIn } from './fields'

/** Success is the number 0 here (protocol §1.3). */
const ok = 0

/** SP's asset library and its whitelist of portraits (protocol §5.3). */
export const spLibraryRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/upload', uploadAsset, {
    stage: 'submit',
  }),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/detail', detailOf('sp', assetView)),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/assets/status', statusOf('sp', assetView)),
  gatewayRoute('POST', '/api/open-api/v1/seedance/sp/realperson/submit', submitPerson, {
    stage: 'submit',
  }),
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

/** What a link of each type has to lead to; a text is not opened. */
const kinds: Readonly<Record<string, Kind | null>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  text: null,
}
const statusWords = {
  pending: 'Processing',
  active: 'Active',
  refused: 'Failed',
  expired: 'EXPIRED',
} as const

/** What cannot be fetched fails in the review: the answer has no place to say so. */
async function addAsset(
  call: Call,
  world: World,
  asset: Pick<AssetRecord, 'library' | 'type' | 'name' | 'url'>,
): Promise<AssetRecord> {
  const { type, url } = asset
  const link = { field: 'url', kind: kinds[type] ?? null, reference: url }
  return submitAsset(call, world, { ...asset, material: await world.collector.fetch(link) })
}

async function uploadAsset(call: Call, world: World): Promise<Reply> {
  const name = stringIn(call.json, 'name')
  const type = stringIn(call.json, 'type')
  const url = stringIn(call.json, 'url')
  if (name === null || url === null || type === null || !Object.hasOwn(kinds, type)) {
    const known = Object.keys(kinds).join(', ')
    return refusal(20002, invented(`name, url and type (${known}) are needed`))
  }
  if (!URL.canParse(url)) return refusal(20002, invented('the link cannot be read'))
  const asset = await addAsset(call, world, { library: 'sp', name, type, url })
  return success(ok, { asset_id: asset.id })
}

async function submitPerson(call: Call, world: World): Promise<Reply> {
  const name = stringIn(call.json, 'name')
  const url = stringIn(call.json, 'url')
  if (name === null || url === null || !URL.canParse(url)) {
    return refusal(20002, invented('name and url are needed'))
  }
  const asset = await addAsset(call, world, { library: 'real_person', name, type: 'image', url })
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
