import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Invitation, TeamMember } from '@/lib/schemas/member'
import type { InvitationRow, MemberRow } from './store'

/** A member as another one may see them. */
export function toMember(row: MemberRow, viewer: Member): TeamMember {
  const { id, name, role } = row
  const toAdmin = viewer.role === 'admin'
  return {
    id,
    name,
    role,
    joined_at: row.createdAt.toISOString(),
    email: toAdmin || id === viewer.id ? row.email : null,
    removed_at: (toAdmin && row.removedAt?.toISOString()) || null,
  }
}

export function toInvitation(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    state: row.acceptedAt
      ? 'accepted'
      : row.revokedAt
        ? 'revoked'
        : row.expiresAt <= now
          ? 'expired'
          : 'open',
    invited_by: row.invitedBy,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  }
}
