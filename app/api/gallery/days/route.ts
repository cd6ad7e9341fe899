import { galleryDaysSchema } from '@/lib/schemas/gallery'
import { galleryFilterSchema } from '@/lib/schemas/gallery-query'
import { listDays } from '@/lib/server/gallery/service'
import { handler, json, parse, query } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context, member, request }) => {
  const filter = parse(galleryFilterSchema, query(request))
  return json(galleryDaysSchema, await listDays(context, member, filter))
})
