import { openHandler } from '@/lib/server/http'
import { serveSharedPoster } from '@/lib/server/shares/serve'

export const GET = openHandler<{ token: string }>(({ context, request, params }) =>
  serveSharedPoster(context, request, params.token),
)
export const HEAD = GET
