import { mediaListSchema, mediaSchema } from '@/lib/schemas/media'
import { mediaQuerySchema } from '@/lib/schemas/media-query'
import { handler, json, parse, query } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { listMedia } from '@/lib/server/media-items/service'
import { takeUpload } from '@/lib/server/media-items/upload'

export const GET = handler(async ({ context, request }) => {
  return json(mediaListSchema, await listMedia(context, parse(mediaQuerySchema, query(request))))
})

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler(async ({ context, request }) => {
  const { row, created } = await takeUpload(context, request)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
