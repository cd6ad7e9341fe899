import 'server-only'
import { AppError } from '@/lib/errors'
import {
  companySignInAnswerSchema,
  companySignInSchema,
  passwordChangeSchema,
  signInSchema,
} from '@/lib/schemas/session'
import type { Context } from '@/lib/server/context'
import { json, parse, readJson } from '@/lib/server/http'
import { accounts } from '@/lib/server/members/service'
import { callAuth, codeOf, done } from './call'
import { companyId } from './oidc'
import { signIn } from './sign-in'

type Answer = (context: Context, request: Request) => Promise<Response>

/** All of better-auth that can be reached from outside. */
const answers: Record<string, Answer> = {
  'POST /api/auth/sign-in/email': async (context, request) =>
    signIn(context, request, parse(signInSchema, await readJson(request))),
  'POST /api/auth/sign-in/oidc': signInByCompany,
  [`GET /api/auth/callback/${companyId}`]: comeBack,
  'POST /api/auth/sign-out': async (context, request) =>
    done(await callAuth(context, request, '/sign-out', {})),
  'POST /api/auth/change-password': changePassword,
}

/** Throws `not_found` for whatever else better-auth could do, and in local mode. */
export async function answerAuth(context: Context, request: Request): Promise<Response> {
  accounts(context)
  const answer = answers[`${request.method} ${new URL(request.url).pathname}`]
  if (!answer) throw nowhere()
  return answer(context, request)
}

/** Sends the browser to the company. Throws `not_found` where there is none. */
async function signInByCompany(context: Context, request: Request): Promise<Response> {
  const { next } = parse(companySignInSchema, await readJson(request))
  const answer = await callAuth(context, request, '/sign-in/social', {
    provider: companyId,
    callbackURL: next,
    errorCallbackURL: `/sign-in?next=${encodeURIComponent(next)}`,
    disableRedirect: true,
  })
  if (!answer.ok) throw nowhere()
  const { headers } = done(answer)
  return json(companySignInAnswerSchema, await answer.json(), { headers })
}

/** The company sends the browser back: with a session to where it was going, or with why not. */
async function comeBack(context: Context, request: Request): Promise<Response> {
  const auth = await accounts(context)()
  return auth.handler(request)
}

async function changePassword(context: Context, request: Request): Promise<Response> {
  const change = parse(passwordChangeSchema, await readJson(request))
  const answer = await callAuth(context, request, '/change-password', {
    currentPassword: change.current_password,
    newPassword: change.new_password,
    revokeOtherSessions: true,
  })
  if (answer.ok) return done(answer)
  if (answer.status === 401) throw new AppError('unauthorized', 'Sign in first.')
  const code = (await codeOf(answer)) === 'INVALID_PASSWORD' ? 'wrong_password' : 'no_password'
  throw new AppError('invalid_input', 'The password was not changed.', {
    fields: { current_password: [{ code, message: 'This is not the password.' }] },
  })
}

function nowhere(): AppError {
  return new AppError('not_found', 'There is nothing here.')
}
