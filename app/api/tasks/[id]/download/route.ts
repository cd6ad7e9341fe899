import { handler } from '@/lib/server/http'
import { serveVideo } from '@/lib/server/tasks/video'

export const GET = handler<{ id: string }>('viewer', ({ context, member, request, params }) =>
  serveVideo(context, member, request, params.id, { asDownload: true }),
)
export const HEAD = GET
