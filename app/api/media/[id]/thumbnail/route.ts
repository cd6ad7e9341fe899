import { handler } from '@/lib/server/http'
import { serveThumbnail } from '@/lib/server/media-items/serve-item'

export const GET = handler<{ id: string }>('viewer', ({ context, request, params }) =>
  serveThumbnail(context, request, params.id),
)
export const HEAD = GET
