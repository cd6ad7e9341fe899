import 'server-only'
import { AppError } from '@/lib/errors'
import { localMember, type Member } from '@/lib/models/member'
import type { MemberPatch, TeamMember } from '@/lib/schemas/member'
import type { Auth } from '@/lib/server/auth/auth'
import type { Context } from '@/lib/server/context'
import { toMember } from './dto'
import { changeStanding, findMember, findMembers, renameMember } from './store'

/** The accounts of a team. Throws `not_found` in local mode, which has none. */
export function accounts(context: Context): Auth {
  if (!context.auth) throw new AppError('not_found', 'There are no accounts in local mode.')
  return context.auth
}

/** The team; whoever was removed is shown to admins alone. */
export async function listMembers(context: Context, member: Member): Promise<TeamMember[]> {
  if (!context.auth) {
    return [{ ...localMember, joined_at: new Date(0).toISOString(), email: null, removed_at: null }]
  }
  const rows = await findMembers(context.db, { removed: member.role === 'admin' })
  return rows.map((row) => toMember(row, member))
}

/**
 * One's own name; an admin's word on role and membership. A team keeps at least one admin. Throws
 * `not_found`, `forbidden`, `conflict`.
 */
export async function changeMember(
  context: Context,
  member: Member,
  id: string,
  { name, role, removed }: MemberPatch,
): Promise<TeamMember> {
  accounts(context)
  const { db } = context
  const row = await findMember(db, id)
  if (!row || (row.removedAt && member.role !== 'admin')) throw unknown()
  if (name !== undefined && id !== member.id) {
    throw new AppError('forbidden', 'Members choose their own names.')
  }
  if (role !== undefined || removed !== undefined) {
    if (member.role !== 'admin') throw new AppError('forbidden', 'Only admins do this.')
    const removedAt = removed === undefined ? undefined : removed ? context.clock.now() : null
    if (!(await changeStanding(db, id, { role, removedAt }))) {
      throw new AppError('conflict', 'A team needs an admin: make another one first.')
    }
  }
  if (name !== undefined) await renameMember(db, id, name)
  return toMember((await findMember(db, id)) ?? row, member)
}

function unknown(): AppError {
  return new AppError('not_found', 'There is no such member.')
}
