import { invented } from '../invented'
import { assetState } from '../lifecycle'
import { failureWords } from '../material/complaint'
import { refusal, success, type Reply } from '../reply'
import { submitAsset } from '../review'
import { gatewayRoute, type Call, type World } from '../route'
import { stringsIn } from './fields'

/** Full's audit library (protocol §5.2). */
export const auditLibraryRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/seedance/assets/audit', submit, { stage: 'submit' }),
  gatewayRoute('POST', '/api/open-api/v1/seedance/assets/status', status),
  gatewayRoute('GET', '/api/open-api/v1/seedance/assets/status', status),
]

/** No word is known for an asset the library has dropped; `Failed` asks for a new submission too. */
const statusWords = {
  pending: 'Pending',
  active: 'Active',
  refused: 'Rejected',
  expired: 'Failed',
} as const

const kinds = { image_urls: 'image', video_urls: 'video', audio_urls: 'audio' } as const

/** All links are fetched before it answers: only so can it name those it could not read. */
async function submit(call: Call, world: World): Promise<Reply> {
  const asked = Object.entries(kinds).flatMap(([field, kind]) =>
    stringsIn(call.json, field).map((reference) => ({ field, kind, reference })),
  )
  if (asked.length === 0) return refusal(20002, invented('at least one link is needed'))
  const fetched = await Promise.all(
    asked.map(async (link) => ({ type: link.kind, material: await world.collector.fetch(link) })),
  )

  const items: object[] = []
  const failed_items: object[] = []
  for (const { type, material } of fetched) {
    const { url, sha256, failure } = material
    if (failure !== null && sha256 === null) {
      // Its shape is not documented; this is the sibling gateway's, with the link.
      const errorMessage = failureWords(material, failure)
      failed_items.push({ assetId: '', original_url: url, errorMessage })
    } else {
      const { id } = submitAsset(call, world, { library: 'audit', type, name: '', url, material })
      items.push({ asset_id: id, original_url: url, asset_type: type, status: statusWords.pending })
    }
  }
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
