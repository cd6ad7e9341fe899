import { galleryAroundSchema } from '@/lib/schemas/gallery'
import { galleryAroundQuerySchema } from '@/lib/schemas/gallery-query'
import { aroundTile } from '@/lib/server/gallery/service'
import { handler, json, parse, query } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context, member, request }) => {
  const asked = parse(galleryAroundQuerySchema, query(request))
  return json(galleryAroundSchema, await aroundTile(context, member, asked))
})
