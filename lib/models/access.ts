import type { Member, Role } from './member'

/** Whatever has an author. Only tasks may be private; the rest is the team's. */
export type Owned = { authorId: string; visibility?: 'team' | 'private' }

const rank: Record<Role, number> = { viewer: 0, creator: 1, admin: 2 }

/** Whether the member's role is at least that one. */
export function isAtLeast(member: Pick<Member, 'role'>, role: Role): boolean {
  return rank[member.role] >= rank[role]
}

/** What one may not see does not exist for them: handlers answer 404. */
export function maySee(member: Member, { authorId, visibility = 'team' }: Owned): boolean {
  return visibility === 'team' || authorId === member.id || member.role === 'admin'
}

/** Creators change their own, admins everything, viewers nothing. */
export function mayChange(member: Member, { authorId }: Owned): boolean {
  return member.role === 'admin' || (isAtLeast(member, 'creator') && authorId === member.id)
}

/** What a viewer writes too, a note say, is theirs to change and an admin's to remove. */
export function mayEditOwn(member: Member, { authorId }: Owned): boolean {
  return member.role === 'admin' || authorId === member.id
}
