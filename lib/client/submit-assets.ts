import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import { api } from './api'
import { keepMedia } from './keep-media'

/** Hands items in for review. Those that are active or in review stay as they are. Throws `ApiError`. */
export async function submitAssets(
  media: readonly string[],
  library: AssetLibrary,
  realPerson = false,
): Promise<void> {
  const body = { media, library, ...(realPerson && { real_person: true }) }
  const { data } = await api<{ data: Media[] }>('/api/assets', { method: 'POST', body })
  keepMedia(data)
}
