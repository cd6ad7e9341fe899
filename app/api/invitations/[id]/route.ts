import { handler } from '@/lib/server/http'
import { withdraw } from '@/lib/server/members/invitations'

/** Revokes it; the link lets nobody in from then on. */
export const DELETE = handler<{ id: string }>('admin', async ({ context, params }) => {
  await withdraw(context, params.id)
  return new Response(null, { status: 204 })
})
