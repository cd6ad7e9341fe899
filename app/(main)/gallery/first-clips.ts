import { preload } from 'react-dom'
import type { GalleryStart } from '@/lib/client/gallery-snapshot'
import type { Member } from '@/lib/models/member'
import { galleryQuerySchema } from '@/lib/schemas/gallery-query'
import type { Context } from '@/lib/server/context'
import { listDays, listTiles } from '@/lib/server/gallery/service'

/** Clips in the first page, and the posters a first screen begins to load with the page. */
const first = 60
const onScreen = 12

/** What the gallery opens with; null where the address asks for what cannot be answered. */
export async function firstClips(
  context: Context,
  member: Member,
  query: string,
  zone: string,
): Promise<GalleryStart | null> {
  const asked = { ...Object.fromEntries(new URLSearchParams(query)), zone, limit: String(first) }
  const parsed = galleryQuerySchema.safeParse(asked)
  if (!parsed.success) return null
  const [days, tiles] = await Promise.all([
    listDays(context, member, parsed.data),
    listTiles(context, member, parsed.data),
  ])
  for (const { poster_url } of tiles.data.slice(0, onScreen)) {
    if (poster_url) preload(poster_url, { as: 'image' })
  }
  return { query, zone, days, tiles }
}
