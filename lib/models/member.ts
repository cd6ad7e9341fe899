/** What a member of the team may do, from the most to the least. */
export const roles = ['admin', 'creator', 'viewer'] as const
export type Role = (typeof roles)[number]

export type Member = { id: string; name: string; role: Role }

/** The one user of an installation without accounts. */
export const localMember: Member = { id: 'local', name: 'Local', role: 'admin' }
