import 'server-only'
import { localMember, type Role } from '@/lib/models/member'
import { Prisma, type PrismaClient as Db } from '@/lib/server/generated/prisma/client'

export type MemberRow = Prisma.UserGetPayload<object>
export type InvitationRow = Prisma.InvitationGetPayload<{ include: typeof withInviter }>

const withInviter = { invitedBy: { select: { id: true, name: true } } } as const
/** Everybody but the one user of local mode, who has no place in a team. */
const inTeam = { id: { not: localMember.id } } as const

export function findMembers(db: Db, { removed }: { removed: boolean }): Promise<MemberRow[]> {
  return db.user.findMany({
    where: { ...inTeam, ...(!removed && { removedAt: null }) },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
}

export function findMember(db: Db, id: string): Promise<MemberRow | null> {
  return db.user.findFirst({ where: { AND: [inTeam, { id }] } })
}

export async function renameMember(db: Db, id: string, name: string): Promise<void> {
  await db.user.update({ where: { id }, data: { name } })
}

/**
 * Changes what a member may do; whoever is removed loses all sessions in the same moment. `false`, and
 * nothing changes, when no admin would be left.
 */
export function changeStanding(
  db: Db,
  id: string,
  change: { role?: Role; removedAt?: Date | null },
): Promise<boolean> {
  return db.$transaction(async (own) => {
    // Two admins who demote each other take turns here.
    const admins = await own.$queryRaw<{ id: string }[]>`
      SELECT id FROM "user"
      WHERE role = 'admin' AND removed_at IS NULL AND id <> ${localMember.id}
      ORDER BY id FOR UPDATE`
    const leaves = change.removedAt || (change.role !== undefined && change.role !== 'admin')
    if (leaves && admins.length === 1 && admins[0]?.id === id) return false
    await own.user.update({ where: { id }, data: change })
    if (change.removedAt) await own.session.deleteMany({ where: { userId: id } })
    return true
  })
}

export async function hasAdmin(db: Db): Promise<boolean> {
  return (await db.user.count({ where: { ...inTeam, role: 'admin', removedAt: null } })) > 0
}

export function insertInvitation(
  db: Db,
  data: Omit<Prisma.InvitationUncheckedCreateInput, 'id'>,
): Promise<InvitationRow> {
  return db.invitation.create({ data, include: withInviter })
}

export function findInvitations(db: Db): Promise<InvitationRow[]> {
  return db.invitation.findMany({
    include: withInviter,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
}

const open = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } })

export function findOpenInvitation(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<InvitationRow | null> {
  return db.invitation.findFirst({ where: { tokenHash, ...open(now) }, include: withInviter })
}

/** `false` when there is none, or it was accepted. */
export async function revokeInvitation(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, acceptedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** The links that a server made for the first admin, and nobody used. */
export async function revokeFirstAdminLinks(db: Db, now: Date): Promise<void> {
  await db.invitation.updateMany({
    where: { invitedById: null, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
}

export type NewMember = { tokenHash: string; name: string; email: string; passwordHash: string }

/**
 * Makes a member of whoever holds an open invitation, and uses it up: of two at the same moment, the
 * second waits for the first and finds it used. `gone` and `email_taken` change nothing.
 */
export async function acceptInvitation(
  db: Db,
  { tokenHash, name, email, passwordHash }: NewMember,
  now: Date,
): Promise<MemberRow | 'gone' | 'email_taken'> {
  const id = crypto.randomUUID()
  try {
    return await db.$transaction(async (own) => {
      const [used] = await own.invitation.updateManyAndReturn({
        where: { tokenHash, ...open(now) },
        data: { acceptedAt: now },
      })
      if (!used) return 'gone'
      const member = await own.user.create({ data: { id, name, email, role: used.role } })
      await own.account.create({
        data: {
          id: crypto.randomUUID(),
          providerId: 'credential',
          accountId: id,
          userId: id,
          password: passwordHash,
          createdAt: now,
          updatedAt: now,
        },
      })
      return member
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return 'email_taken'
    }
    throw error
  }
}

export type SessionRow = Prisma.SessionGetPayload<object>

export function findSessions(db: Db, userId: string, now: Date): Promise<SessionRow[]> {
  return db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { updatedAt: 'desc' },
  })
}

/** Ends one session of the member, or all of them; how many there were. */
export async function deleteSessions(db: Db, userId: string, id?: string): Promise<number> {
  return (await db.session.deleteMany({ where: { userId, id } })).count
}
