import 'server-only'
import { AppError } from '@/lib/errors'
import { isLoopbackName } from './public-url'

/**
 * Dailies answers to the machine's own names and to that of APP_URL: a page elsewhere that points its
 * own name at this server is refused. Throws `forbidden_host`.
 */
export function assertHost(headers: Pick<Headers, 'get'>, appUrl: string | null): void {
  const host = (headers.get('host') ?? '').toLowerCase()
  if (isLoopbackName(host.replace(/:\d+$/, ''))) return
  if (appUrl !== null && host === new URL(appUrl).host) return
  throw new AppError('forbidden_host', `Open Dailies at ${appUrl ?? '127.0.0.1'}.`)
}

/**
 * A page of another origin must not spend money here. Browsers say where a request comes from;
 * programs without a browser send neither header and are let through. Throws `forbidden_origin`.
 */
export function assertSameOrigin(request: Request, appUrl: string | null): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const sameSite = site === null || site === 'same-origin' || site === 'none'
  const sameOrigin = origin === null || isOwn(origin, request.headers.get('host'), appUrl)
  if (!sameSite || !sameOrigin) {
    throw new AppError('forbidden_origin', 'This request came from another site.')
  }
}

/** The same host by http where APP_URL says https is another origin. */
function isOwn(origin: string, host: string | null, appUrl: string | null): boolean {
  if (!URL.canParse(origin) || new URL(origin).host !== host) return false
  return appUrl === null || new URL(appUrl).host !== host || new URL(origin).origin === appUrl
}
