import type { Asset, AssetLibrary, AssetStatus } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'

/** An item for tests: an image that every library takes, but for what is said. */
export function testMedia(
  id: string,
  {
    states = {},
    ...facts
  }: Partial<Media> & { states?: Partial<Record<AssetLibrary, AssetStatus>> } = {},
): Media {
  return {
    id,
    reference: `media://00000000-0000-4000-8000-${id.padStart(12, '0')}`,
    kind: 'image',
    type: 'image/jpeg',
    name: `${id}.jpg`,
    bytes: 300_000,
    sha256: id,
    width: 2048,
    height: 1152,
    duration: null,
    fps: null,
    codec: null,
    sound: null,
    origin: 'upload',
    author: { id: 'local', name: 'Local' },
    made_from: { media: null, task: null },
    content_url: `/api/media/${id}/content`,
    thumbnail_url: null,
    thumbhash: null,
    created_at: '2026-11-22T11:20:00.000Z',
    used_in: 0,
    assets: { full: assetOf('full', states.full), sp: assetOf('sp', states.sp) },
    ...facts,
  }
}

function assetOf(library: AssetLibrary, status: AssetStatus | undefined): Asset | null {
  if (status === undefined) return null
  return {
    id: `${library}-${status}`,
    library,
    status,
    asset_id: status === 'active' ? `${library}-id` : null,
    real_person: false,
    reason: null,
    submitted_at: null,
    reviewed_at: null,
  }
}
