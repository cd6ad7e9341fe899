import { handler, openHandler } from '@/lib/server/http'
import { serveContent } from '@/lib/server/media-items/serve-item'
import { assertSignature, isSigned } from '@/lib/server/media-items/signed-link'

type Params = { id: string }

const toMembers = handler<Params>('viewer', ({ context, request, params }) =>
  serveContent(context, request, params.id),
)
const toHolders = openHandler<Params>(async ({ context, request, params }) => {
  await assertSignature(context, request, params.id)
  return serveContent(context, request, params.id)
})

/** To members; with `expires` and `signature` also to whoever has the link. */
export const GET: typeof toMembers = (request, route) =>
  (isSigned(request) ? toHolders : toMembers)(request, route)
export const HEAD = GET
