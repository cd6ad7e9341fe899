import { openHandler } from '@/lib/server/http'
import { serveSharedDownload } from '@/lib/server/shares/serve'

export const GET = openHandler<{ token: string }>(({ context, request, params }) =>
  serveSharedDownload(context, request, params.token),
)
export const HEAD = GET
