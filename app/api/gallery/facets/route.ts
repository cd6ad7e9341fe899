import { galleryFacetsSchema } from '@/lib/schemas/gallery'
import { galleryFacets } from '@/lib/server/gallery/service'
import { handler, json } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context, member }) => {
  return json(galleryFacetsSchema, await galleryFacets(context, member))
})
