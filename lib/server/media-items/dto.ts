import 'server-only'
import * as z from 'zod/mini'
import type { MediaFacts } from '@/lib/models/media-facts'
import { mediaReference } from '@/lib/models/reference'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import { toAsset } from '@/lib/server/assets/dto'
import type { MediaRow } from './store'

/** A row as the API shows it; parsed on the way out, so a column added later cannot leak. */
export function toMedia(row: MediaRow): Media {
  const path = `/api/media/${row.id}`
  const assetIn = (library: 'full' | 'sp') => {
    const asset = row.assets.find((one) => one.library === library)
    return asset ? toAsset(asset) : null
  }
  return z.parse(mediaSchema, {
    id: row.id,
    reference: mediaReference(row.id),
    ...toFacts(row),
    name: row.name,
    sha256: row.sha256,
    origin: row.origin,
    author: row.author,
    made_from: { media: row.sourceId, task: row.taskId },
    content_url: `${path}/content`,
    thumbnail_url: row.thumbKey && `${path}/thumbnail`,
    thumbhash: row.thumbhash,
    created_at: row.createdAt.toISOString(),
    used_in: row._count.usedBy,
    assets: { full: assetIn('full'), sp: assetIn('sp') },
  })
}

/** What every limit is judged by. */
export function toFacts(row: Pick<MediaRow, keyof MediaFacts>): MediaFacts {
  const { kind, type, bytes, width, height, duration, fps, codec, sound } = row
  return { kind, type, bytes: Number(bytes), width, height, duration, fps, codec, sound }
}
