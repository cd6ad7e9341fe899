import { handler } from '@/lib/server/http'
import { endSession } from '@/lib/server/members/sessions'

export const DELETE = handler<{ id: string }>('viewer', async ({ context, member, params }) => {
  await endSession(context, member, params.id)
  return new Response(null, { status: 204 })
})
