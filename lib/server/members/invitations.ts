import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@/lib/errors'
import type { Member, Role } from '@/lib/models/member'
import type { Acceptance, Invitation, MadeInvitation, Offer } from '@/lib/schemas/member'
import type { Context } from '@/lib/server/context'
import { isUuid } from '@/lib/server/uuid'
import { toInvitation } from './dto'
import { accounts } from './service'
import {
  acceptInvitation,
  findInvitations,
  findOpenInvitation,
  hasAdmin,
  insertInvitation,
  revokeFirstAdminLinks,
  revokeInvitation,
  type InvitationRow,
} from './store'

const lifeMs = 7 * 24 * 3600 * 1000

export type Invite = { role: Role; name?: string | null; by: Member | null }

/** Makes a link that lets one person in, within seven days. Only its hash is kept. */
export async function invite(
  context: Context,
  { role, name, by }: Invite,
): Promise<MadeInvitation> {
  accounts(context)
  const token = randomBytes(32).toString('base64url')
  const now = context.clock.now()
  const row = await insertInvitation(context.db, {
    tokenHash: hashOf(token),
    role,
    name: name || null,
    invitedById: by?.id ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifeMs),
  })
  return { ...toInvitation(row, now), url: `${context.appUrl}/join/${token}` }
}

/** All invitations, the newest first. */
export async function listInvitations(context: Context): Promise<Invitation[]> {
  accounts(context)
  const now = context.clock.now()
  return (await findInvitations(context.db)).map((row) => toInvitation(row, now))
}

/** Throws `not_found` where there is nothing to revoke. */
export async function withdraw(context: Context, id: string): Promise<void> {
  accounts(context)
  const done = isUuid(id) && (await revokeInvitation(context.db, id, context.clock.now()))
  if (!done) throw new AppError('not_found', 'There is no such invitation.')
}

/** What an open link offers. Throws `not_found` for one that is unknown, used, expired or revoked. */
export async function readOffer(context: Context, token: string): Promise<Offer> {
  const { role, name, expiresAt } = await openInvitation(context, token)
  return { role, name, expires_at: expiresAt.toISOString() }
}

/** Makes a member of whoever holds the link. Throws `not_found`, and `invalid_input` on `email`. */
export async function accept(context: Context, acceptance: Acceptance): Promise<void> {
  const { token, name, email, password } = acceptance
  await openInvitation(context, token)
  const auth = await accounts(context)()
  const passwordHash = await (await auth.$context).password.hash(password)
  const newMember = { tokenHash: hashOf(token), name, email, passwordHash }
  const outcome = await acceptInvitation(context.db, newMember, context.clock.now())
  if (outcome === 'gone') throw closed()
  if (outcome === 'email_taken') {
    throw new AppError('invalid_input', 'Somebody is a member with this e-mail already.', {
      fields: { email: [{ code: 'email_taken', message: 'This e-mail is a member’s already.' }] },
    })
  }
}

/** A link for the first admin, while there is none: a new one each time, the older ones end. */
export async function inviteFirstAdmin(context: Context): Promise<string | null> {
  if (!context.auth || (await hasAdmin(context.db))) return null
  await revokeFirstAdminLinks(context.db, context.clock.now())
  return (await invite(context, { role: 'admin', by: null })).url
}

async function openInvitation(context: Context, token: string): Promise<InvitationRow> {
  accounts(context)
  const row = await findOpenInvitation(context.db, hashOf(token), context.clock.now())
  if (!row) throw closed()
  return row
}

function closed(): AppError {
  return new AppError('not_found', 'This invitation was used, has expired, or was revoked.')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
