import 'server-only'
import type * as z from 'zod/mini'
import { AppError } from '@/lib/errors'
import type { signInSchema } from '@/lib/schemas/session'
import type { Context } from '@/lib/server/context'
import { beginAttempt, endAttempts } from './attempts'
import { callAuth, done } from './call'

/** Opens a session for whoever knows the password. Throws `unauthorized`, `too_many_requests`. */
export async function signIn(
  context: Context,
  request: Request,
  { email, password }: z.infer<typeof signInSchema>,
): Promise<Response> {
  await beginAttempt(context, email)
  const answer = await callAuth(context, request, '/sign-in/email', { email, password })
  if (!answer.ok) throw new AppError('unauthorized', 'E-mail or password is not right.')
  await endAttempts(context, email)
  return done(answer)
}
