import { mediaSchema } from '@/lib/schemas/media'
import { handler, json } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { deleteMedia, mediaById } from '@/lib/server/media-items/service'

type Params = { id: string }

export const GET = handler<Params>('viewer', async ({ context, params }) => {
  return json(mediaSchema, toMedia(await mediaById(context, params.id)))
})

export const DELETE = handler<Params>('creator', async ({ context, member, params }) => {
  await deleteMedia(context, member, params.id)
  return new Response(null, { status: 204 })
})
