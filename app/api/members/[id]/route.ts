import { memberPatchSchema, memberSchema } from '@/lib/schemas/member'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { changeMember } from '@/lib/server/members/service'

export const PATCH = handler<{ id: string }>(
  'viewer',
  async ({ context, member, request, params }) => {
    const change = parse(memberPatchSchema, await readJson(request))
    return json(memberSchema, await changeMember(context, member, params.id, change))
  },
)
