import 'server-only'
import { clipRatios, nearestRatio, type ClipRatio } from '@/lib/models/clip-ratio'
import type { GalleryFacets, Tile } from '@/lib/schemas/gallery'
import type { FacetRows, TileRow } from './store'

/** A row as the grid draws it, field by field, so that a column added later cannot leak. */
export function toTile(row: TileRow): Tile {
  return {
    id: row.id,
    title: row.title,
    prompt: row.prompt,
    model: row.model,
    line: row.line,
    ratio: ratioOf(row),
    seconds: row.duration,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    sound: row.sound,
    author: { id: row.author_id, name: row.author },
    favourite: row.favourite,
    notes: row.notes,
    picked: row.picked,
    visibility: row.visibility,
    poster_url: row.poster ? `/api/tasks/${row.id}/poster` : null,
    thumbhash: row.thumbhash,
    take_group: row.take_group,
    created_at: row.created_at.toISOString(),
    hidden: row.hidden,
  }
}

export function toFacets({ authors, models, tags, shapes }: FacetRows): GalleryFacets {
  const counts = new Map<ClipRatio, number>()
  for (const shape of shapes) {
    const ratio = ratioOf(shape)
    counts.set(ratio, (counts.get(ratio) ?? 0) + shape.count)
  }
  const ratios = clipRatios.map((ratio) => ({ ratio, count: counts.get(ratio) ?? 0 }))
  return { authors, models, tags, ratios: ratios.filter(({ count }) => count > 0) }
}

/** A clip that is not measured yet counts as the usual shape, as it does in the filters. */
function ratioOf({ width, height }: { width: number | null; height: number | null }): ClipRatio {
  return width && height ? nearestRatio(width, height) : '16:9'
}
