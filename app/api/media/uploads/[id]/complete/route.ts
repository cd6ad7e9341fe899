import { mediaSchema } from '@/lib/schemas/media'
import { handler, json } from '@/lib/server/http'
import { completeUpload } from '@/lib/server/media-items/direct-upload'
import { toMedia } from '@/lib/server/media-items/dto'

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler<{ id: string }>('creator', async ({ context, member, params }) => {
  const { row, created } = await completeUpload(context, member, params.id)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
