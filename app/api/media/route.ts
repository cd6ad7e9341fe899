import { mediaListSchema, mediaSchema } from '@/lib/schemas/media'
import { mediaQuerySchema } from '@/lib/schemas/media-query'
import { kick } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { listWithDue } from '@/lib/server/media-items/service'
import { takeUpload } from '@/lib/server/media-items/upload'

/** Whoever looks on moves what is due, where no process lives on that would. */
export const GET = handler('viewer', async ({ context, request }) => {
  const { list, due } = await listWithDue(context, parse(mediaQuerySchema, query(request)))
  for (const asset of due) background(context, kick(context, { kind: 'asset', ...asset }))
  return json(mediaListSchema, list)
})

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler('creator', async ({ context, member, request }) => {
  const { row, created } = await takeUpload(context, member, request)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
