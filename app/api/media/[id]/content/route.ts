import { handler } from '@/lib/server/http'
import { serveContent } from '@/lib/server/media-items/serve-item'
import { assertSignature, isSigned } from '@/lib/server/media-items/signed-link'

/** To this machine's own browser; with `expires` and `signature` also to whoever has the link. */
export const GET = handler<{ id: string }>(
  async ({ context, request, params }) => {
    if (isSigned(request)) await assertSignature(context, request, params.id)
    return serveContent(context, request, params.id)
  },
  { signed: isSigned },
)
export const HEAD = GET
