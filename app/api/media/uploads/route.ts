import { mediaUploadPlaceSchema, mediaUploadSchema } from '@/lib/schemas/media-upload'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { openUpload } from '@/lib/server/media-items/direct-upload'

export const POST = handler('creator', async ({ context, request }) => {
  const file = parse(mediaUploadSchema, await readJson(request))
  return json(mediaUploadPlaceSchema, await openUpload(context, file), { status: 201 })
})
