import { newShareSchema, shareListSchema, shareSchema } from '@/lib/schemas/share'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { publicOrigin } from '@/lib/server/shares/origin'
import { listShares, makeShare } from '@/lib/server/shares/service'

type Params = { id: string }

export const GET = handler<Params>('creator', async ({ context, member, request, params }) => {
  const caller = { member, origin: publicOrigin(context, request.headers) }
  return json(shareListSchema, { data: await listShares(context, caller, params.id) })
})

export const POST = handler<Params>('creator', async ({ context, member, request, params }) => {
  const caller = { member, origin: publicOrigin(context, request.headers) }
  const choice = parse(newShareSchema, await readJson(request))
  return json(shareSchema, await makeShare(context, caller, params.id, choice), { status: 201 })
})
