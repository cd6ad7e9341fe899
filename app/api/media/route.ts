import { mediaListSchema, mediaSchema, type Media } from '@/lib/schemas/media'
import { mediaQuerySchema } from '@/lib/schemas/media-query'
import { isUnderWay } from '@/lib/server/assets/state'
import { sweep } from '@/lib/server/engine/loop'
import { background, handler, json, parse, query } from '@/lib/server/http'
import { toMedia } from '@/lib/server/media-items/dto'
import { listMedia } from '@/lib/server/media-items/service'
import { takeUpload } from '@/lib/server/media-items/upload'

export const GET = handler('viewer', async ({ context, request }) => {
  const list = await listMedia(context, parse(mediaQuerySchema, query(request)))
  if (list.data.some(isInReview)) background(context, sweep(context))
  return json(mediaListSchema, list)
})

/** Whoever looks on moves it, where no process lives on that would. */
function isInReview({ assets }: Media): boolean {
  return [assets.full, assets.sp].some((asset) => asset !== null && isUnderWay(asset.status))
}

/** 201 for a new item, 200 for one whose content was known. */
export const POST = handler('creator', async ({ context, request }) => {
  const { row, created } = await takeUpload(context, request)
  return json(mediaSchema, toMedia(row), { status: created ? 201 : 200 })
})
