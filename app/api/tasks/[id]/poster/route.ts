import { handler, readBody } from '@/lib/server/http'
import { maxPosterBytes } from '@/lib/server/media/accept-poster'
import { savePoster, servePoster } from '@/lib/server/tasks/poster'

type Params = { id: string }

export const GET = handler<Params>(({ context, request, params }) =>
  servePoster(context, request, params.id),
)
export const HEAD = GET

export const PUT = handler<Params>(async ({ context, request, params }) => {
  await savePoster(context, params.id, await readBody(request, maxPosterBytes))
  return new Response(null, { status: 204 })
})
