import { sharePatchSchema, shareSchema } from '@/lib/schemas/share'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { publicOrigin } from '@/lib/server/shares/origin'
import { changeShare, revokeShare } from '@/lib/server/shares/service'

type Params = { id: string }

export const PATCH = handler<Params>('creator', async ({ context, member, request, params }) => {
  const caller = { member, origin: publicOrigin(context, request.headers) }
  const change = parse(sharePatchSchema, await readJson(request))
  return json(shareSchema, await changeShare(context, caller, params.id, change))
})

/** Takes the link back, for good. */
export const DELETE = handler<Params>('creator', async ({ context, member, params }) => {
  await revokeShare(context, member, params.id)
  return new Response(null, { status: 204 })
})
