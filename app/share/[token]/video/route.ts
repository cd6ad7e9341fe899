import { openHandler } from '@/lib/server/http'
import { serveSharedVideo } from '@/lib/server/shares/serve'

export const GET = openHandler<{ token: string }>(({ context, request, params }) =>
  serveSharedVideo(context, request, params.token),
)
export const HEAD = GET
