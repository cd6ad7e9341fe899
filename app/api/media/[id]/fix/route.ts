import { mediaSchema } from '@/lib/schemas/media'
import { mediaFixSchema } from '@/lib/schemas/media-fix'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { makeFix } from '@/lib/server/media-fixes/make-fix'
import { toMedia } from '@/lib/server/media-items/dto'

type Params = { id: string }

/** 201 for a new item, 200 where there was one with the very bytes. */
export const POST = handler<Params>('creator', async ({ context, member, request, params }) => {
  const fix = parse(mediaFixSchema, await readJson(request))
  const { row, created } = await makeFix(context, member, params.id, fix, request.signal)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
