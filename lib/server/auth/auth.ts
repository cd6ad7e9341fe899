import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { sharedSecret } from '@/lib/server/db/shared-secret'
import type { Oidc } from '@/lib/server/env'
import type { PrismaClient as Db } from '@/lib/server/generated/prisma/client'
import type { Logger } from '@/lib/server/log'

export type AuthOptions = { db: Db; appUrl: string; oidc: Oidc | null; log: Logger }

/** Accounts of one installation. Made at first use: its secret lies in the database. */
export type Auth = () => Promise<ReturnType<typeof createBetterAuth>>

/** A session ends after 30 days without a visit. */
const sessionSeconds = 30 * 24 * 3600

export function createAuth(options: AuthOptions): Auth {
  let made: ReturnType<Auth> | undefined
  return () => {
    made ??= sharedSecret(options.db, 'sessions').then((secret) =>
      createBetterAuth({ ...options, secret }),
    )
    return made
  }
}

function createBetterAuth({ db, appUrl, secret, log }: AuthOptions & { secret: string }) {
  return betterAuth({
    appName: 'Dailies',
    baseURL: appUrl,
    secret,
    telemetry: { enabled: false },
    database: prismaAdapter(db, { provider: 'postgresql' }),
    // Whoever comes in is let in by an invitation.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: sessionSeconds },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        removedAt: { type: 'date', required: false, input: false, returned: false },
      },
    },
    rateLimit: { enabled: true, storage: 'database' },
    logger: {
      level: 'warn',
      log: (level, message) => log[level]({ auth: true }, message),
    },
  })
}
