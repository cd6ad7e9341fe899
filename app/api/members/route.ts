import { memberListSchema } from '@/lib/schemas/member'
import { handler, json } from '@/lib/server/http'
import { listMembers } from '@/lib/server/members/service'

export const GET = handler('viewer', async ({ context, member }) => {
  return json(memberListSchema, { data: await listMembers(context, member) })
})
