import { sharedInputSchema } from '@/lib/schemas/share'
import { handler, json } from '@/lib/server/http'
import { inputOfShare } from '@/lib/server/shares/view'

/** The settings behind a share, for a member who makes a variation. */
export const GET = handler<{ token: string }>('creator', async ({ context, member, params }) => {
  return json(sharedInputSchema, await inputOfShare(context, member, params.token))
})
