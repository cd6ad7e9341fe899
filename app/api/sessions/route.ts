import { sessionListSchema } from '@/lib/schemas/session'
import { handler, json } from '@/lib/server/http'
import { endAllSessions, listSessions } from '@/lib/server/members/sessions'

export const GET = handler('viewer', async ({ context, member, request }) => {
  return json(sessionListSchema, await listSessions(context, member, request.headers))
})

/** Signs out everywhere. */
export const DELETE = handler('viewer', async ({ context, member }) => {
  await endAllSessions(context, member)
  return new Response(null, { status: 204 })
})
