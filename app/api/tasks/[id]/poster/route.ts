import { handler, readBody } from '@/lib/server/http'
import { maxPosterBytes } from '@/lib/server/media/accept-poster'
import { savePoster, servePoster } from '@/lib/server/tasks/poster'

type Params = { id: string }

export const GET = handler<Params>('viewer', ({ context, member, request, params }) =>
  servePoster(context, member, request, params.id),
)
export const HEAD = GET

export const PUT = handler<Params>('creator', async ({ context, member, request, params }) => {
  await savePoster(context, member, params.id, await readBody(request, maxPosterBytes))
  return new Response(null, { status: 204 })
})
