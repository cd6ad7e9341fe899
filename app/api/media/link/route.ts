import { mediaLinkSchema, mediaSchema } from '@/lib/schemas/media'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { takeLink } from '@/lib/server/media-items/link'

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler('creator', async ({ context, member, request }) => {
  const { url } = parse(mediaLinkSchema, await readJson(request))
  const { row, created } = await takeLink(context, member, url)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
