import { clipMediaSchema, mediaSchema } from '@/lib/schemas/media'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { mediaFromClip } from '@/lib/server/tasks/clip-media'

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler<{ id: string }>(
  'creator',
  async ({ context, member, request, params }) => {
    const wish = parse(clipMediaSchema, await readJson(request))
    const { row, created } = await mediaFromClip(context, member, params.id, wish)
    return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
  },
)
