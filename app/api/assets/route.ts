import * as z from 'zod/mini'
import { assetSubmitSchema } from '@/lib/schemas/asset'
import { mediaSchema } from '@/lib/schemas/media'
import { submitMedia } from '@/lib/server/assets/service'
import { sweep } from '@/lib/server/engine/loop'
import { background, handler, json, parse, readJson } from '@/lib/server/http'

export const POST = handler('creator', async ({ context, request }) => {
  const { media, library, real_person } = parse(assetSubmitSchema, await readJson(request))
  const data = await submitMedia(context, { ids: media, library, realPerson: real_person ?? false })
  background(context, sweep(context))
  return json(z.object({ data: z.array(mediaSchema) }), { data })
})
