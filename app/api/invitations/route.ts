import {
  invitationListSchema,
  madeInvitationSchema,
  newInvitationSchema,
} from '@/lib/schemas/member'
import { handler, json, parse, readJson } from '@/lib/server/http'
import { invite, listInvitations } from '@/lib/server/members/invitations'

export const GET = handler('admin', async ({ context }) => {
  return json(invitationListSchema, { data: await listInvitations(context) })
})

export const POST = handler('admin', async ({ context, member, request }) => {
  const wish = parse(newInvitationSchema, await readJson(request))
  const made = await invite(context, { ...wish, by: member })
  return json(madeInvitationSchema, made, { status: 201 })
})
