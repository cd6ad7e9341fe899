import { randomBytes } from 'node:crypto'
import { assetState } from '../lifecycle'
import type { AssetRecord } from '../records'
import { refusal, success, type Reply } from '../reply'
import { gatewayRoute, type Call, type World } from '../route'
import { invented } from '../validation'
import { stringsIn } from './fields'

const reviewMs = 6_000

/** Full's audit library (protocol §5.2). A link with `reject` in it is refused by the review. */
export const auditLibraryRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/seedance/assets/audit', submit),
  gatewayRoute('POST', '/api/open-api/v1/seedance/assets/status', status),
  gatewayRoute('GET', '/api/open-api/v1/seedance/assets/status', status),
]

const statusWords = { pending: 'Pending', active: 'Active', refused: 'Rejected' } as const

function submit({ json }: Call, world: World): Reply {
  const asked = [
    ...stringsIn(json, 'image_urls').map((url) => ({ type: 'image', url })),
    ...stringsIn(json, 'video_urls').map((url) => ({ type: 'video', url })),
    ...stringsIn(json, 'audio_urls').map((url) => ({ type: 'audio', url })),
  ]
  if (asked.length === 0) return refusal(20002, invented('at least one link is needed'))

  const fits = ({ url }: { url: string }) => URL.canParse(url) && /^https?:/i.test(url)
  const items = asked.filter(fits).map(({ type, url }) => {
    const asset: AssetRecord = {
      id: `aud_${randomBytes(9).toString('hex')}`,
      at: world.now(),
      library: 'audit',
      type,
      name: '',
      url,
      ready_ms: Math.round(reviewMs / world.speed),
      accepted: !url.includes('reject'),
    }
    world.state.commit({ type: 'asset', asset })
    return { asset_id: asset.id, original_url: url, asset_type: type, status: 'Pending' }
  })
  // The shape of failed items is not documented; this is the sibling gateway's, with the link.
  const failed_items = asked
    .filter((item) => !fits(item))
    .map(({ url }) => ({
      assetId: '',
      original_url: url,
      errorMessage: invented('the link cannot be read'),
    }))
  return success(world.successCode, { items, failed_items })
}

function status({ json, query }: Call, world: World): Reply {
  const ids = [...stringsIn(json, 'asset_ids'), ...query.getAll('asset_ids')]
  if (ids.length === 0) return refusal(20002, invented('asset_ids are needed'))
  const items = ids
    .flatMap((id) => id.split(','))
    .flatMap((id) => {
      const asset = world.state.assets.get(id)
      if (asset?.library !== 'audit') return []
      return [{ asset_id: id, status: statusWords[assetState(asset, world.now())] }]
    })
  return success(world.successCode, { items })
}
