import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { countAttempt, forgetAttempts } from './store'

const windowMs = 15 * 60 * 1000
const most = 10

/**
 * One more attempt to sign in with this e-mail: ten in a quarter of an hour, counted before the password
 * is looked at, on all servers together and from all addresses. Throws `too_many_requests`.
 */
export async function beginAttempt({ db, clock }: Context, email: string): Promise<void> {
  const now = clock.now().getTime()
  const { count, endsAt } = await countAttempt(db, keyOf(email), { now, windowMs })
  if (count <= most) return
  throw new AppError('too_many_requests', 'Too many attempts with this e-mail.', {
    retryAfter: Math.ceil((endsAt - now) / 1000),
  })
}

/** The right password clears the count. */
export async function endAttempts({ db }: Context, email: string): Promise<void> {
  await forgetAttempts(db, keyOf(email))
}

function keyOf(email: string): string {
  return `sign-in|${createHash('sha256').update(email.toLowerCase()).digest('hex')}`
}
