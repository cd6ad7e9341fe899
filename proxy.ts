import { NextResponse, type NextRequest } from 'next/server'
import { documentPolicy } from '@/lib/server/csp'
import { env } from '@/lib/server/env'

/**
 * Gives each document its Content-Security-Policy: Next takes the nonce from the request's header. Who
 * may see what is not decided here. Requests with a body must not come this way, because Next would cut
 * it at 10 MB: see the matcher.
 */
export function proxy(request: NextRequest): NextResponse {
  const dev = process.env.NODE_ENV === 'development'
  const { policy } = documentPolicy({ bucketUrl: env().s3?.bucketUrl ?? null, dev })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  // Pages alone: not the API, not the build's files, not what a share link streams.
  matcher: [
    '/((?!api/|_next/|share/[^/]+/(?:video|poster|download|input)$|[^/]+\\.(?:svg|png|ico|txt)$).*)',
  ],
}
