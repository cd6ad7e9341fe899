import 'server-only'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { accounts } from '@/lib/server/members/service'

/**
 * Asks better-auth, with exactly these fields and the caller's cookies and address. Where a request comes
 * from was checked before (lib/server/origin.ts). Throws `too_many_requests`, `unavailable`, and `internal` where
 * it fails; other refusals are returned.
 */
export async function callAuth(
  context: Context,
  request: Request,
  path: string,
  body: Record<string, unknown>,
): Promise<Response> {
  const auth = await accounts(context)()
  const origin = context.appUrl ?? ''
  const headers = new Headers({ 'content-type': 'application/json', origin })
  for (const name of ['cookie', 'user-agent', 'x-forwarded-for']) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await auth.handler(new Request(`${origin}/api/auth${path}`, init))
  if (answer.status === 429) {
    throw new AppError('too_many_requests', 'Too many attempts from this address.', {
      retryAfter: Number(answer.headers.get('x-retry-after') ?? 60),
    })
  }
  if (answer.status === 503) {
    throw new AppError('unavailable', 'The sign-in of the company cannot be reached.')
  }
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} at ${path}`)
  return answer
}

/** Its cookies without its words: those hold the session's token, which no script needs to see. */
export function done(answer: Response): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 204, headers })
}

/** The code of a refusal, in better-auth's words. */
export async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null)
  return body && typeof body === 'object' && 'code' in body ? String(body.code) : ''
}
