import { tileListSchema } from '@/lib/schemas/gallery'
import { galleryQuerySchema } from '@/lib/schemas/gallery-query'
import { listTiles } from '@/lib/server/gallery/service'
import { handler, json, parse, query } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context, member, request }) => {
  const asked = parse(galleryQuerySchema, query(request))
  return json(tileListSchema, await listTiles(context, member, asked))
})
