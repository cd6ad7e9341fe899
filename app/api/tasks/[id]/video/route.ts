import { handler } from '@/lib/server/http'
import { serveVideo } from '@/lib/server/tasks/video'

export const GET = handler<{ id: string }>(({ context, request, params }) =>
  serveVideo(context, request, params.id),
)
export const HEAD = GET
