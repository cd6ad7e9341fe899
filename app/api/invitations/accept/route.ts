import { acceptanceSchema, invitationTokenSchema, offerSchema } from '@/lib/schemas/member'
import { signIn } from '@/lib/server/auth/sign-in'
import { json, openHandler, parse, query, readJson } from '@/lib/server/http'
import { accept, readOffer } from '@/lib/server/members/invitations'

/** For whoever holds the link. */
export const GET = openHandler(async ({ context, request }) => {
  const { token } = parse(invitationTokenSchema, query(request))
  return json(offerSchema, await readOffer(context, token))
})

/** Makes the member and signs them in. */
export const POST = openHandler(async ({ context, request }) => {
  const acceptance = parse(acceptanceSchema, await readJson(request))
  await accept(context, acceptance)
  return signIn(context, request, acceptance)
})
