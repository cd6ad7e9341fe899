import 'server-only'
import { AppError } from '@/lib/errors'

const localNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The one thing that answers to the name by which the gateway reaches us: requests that carry a
 * signature, which the handler checks. Throws `forbidden_host`.
 */
export function assertSignedHost(headers: Pick<Headers, 'get'>, appUrl: string | null): void {
  const own = appUrl !== null && new URL(appUrl).host
  if ((headers.get('host') ?? '').toLowerCase() !== own) assertLocalHost(headers)
}

/**
 * Local mode answers only to the machine's own names: a page elsewhere that points its own name at
 * 127.0.0.1 is refused. Throws `forbidden_host`.
 */
export function assertLocalHost(headers: Pick<Headers, 'get'>): void {
  const host = headers.get('host') ?? ''
  if (!localNames.has(host.replace(/:\d+$/, '').toLowerCase())) {
    throw new AppError('forbidden_host', 'Dailies runs in local mode: open it at 127.0.0.1.')
  }
}

/**
 * A page of another origin must not spend money here. Browsers say where a request comes from;
 * programs without a browser send neither header and are let through. Throws `forbidden_origin`.
 */
export function assertSameOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const sameSite = site === null || site === 'same-origin' || site === 'none'
  const sameOrigin = origin === null || hostOf(origin) === request.headers.get('host')
  if (!sameSite || !sameOrigin) {
    throw new AppError('forbidden_origin', 'This request came from another site.')
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
