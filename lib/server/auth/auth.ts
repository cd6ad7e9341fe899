import 'server-only'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { sharedSecret } from '@/lib/server/db/shared-secret'
import type { Egress } from '@/lib/server/egress'
import type { Oidc } from '@/lib/server/env'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import type { Logger } from '@/lib/server/log'
import { companyProvider } from './oidc'
import { mayOpenSession } from './store'

export type AuthOptions = {
  db: Db
  appUrl: string
  oidc: Oidc | null
  egress: Egress
  log: Logger
}

/** Accounts of one installation. Made at first use: its secret lies in the database. */
export type Auth = () => Promise<ReturnType<typeof createBetterAuth>>

/** A session ends after 30 days without a visit; visits are noted once an hour. */
const session = { expiresIn: 30 * 24 * 3600, updateAge: 3600 }

export function createAuth(options: AuthOptions): Auth {
  let made: ReturnType<Auth> | undefined
  return () => {
    made ??= sharedSecret(options.db, 'sessions').then((secret) =>
      createBetterAuth({ ...options, secret }),
    )
    made.catch(() => (made = undefined))
    return made
  }
}

function createBetterAuth(options: AuthOptions & { secret: string }) {
  const { db, appUrl, secret, oidc, egress, log } = options
  return betterAuth({
    appName: 'Dailies',
    baseURL: appUrl,
    secret,
    telemetry: { enabled: false },
    database: prismaAdapter(db, { provider: 'postgresql' }),
    // Whoever comes in is let in by an invitation, or by the company.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session,
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        removedAt: { type: 'date', required: false, input: false },
      },
      // Asked of the company's identities alone: other members are made by invitations.
      validateUserInfo: ({ user }) =>
        user.emailVerified === true ? undefined : { error: 'email_not_verified' },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => mayOpenSession(db, userId) } },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // By address; lib/server/auth/attempts.ts counts by e-mail, whatever the address says.
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
        '/sign-in/social': { window: 60, max: 20 },
      },
    },
    onAPIError: { errorURL: `${appUrl}/sign-in` },
    plugins: oidc ? [companyProvider(oidc, egress, log)] : [],
    advanced: {
      disableOriginCheck: false,
      // The launcher writes it, and nobody else gets one through (scripts/launcher/client-address.mjs).
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    logger: {
      level: 'error',
      log: (level, message) => log[level]({ auth: true }, message),
    },
  } satisfies BetterAuthOptions)
}
