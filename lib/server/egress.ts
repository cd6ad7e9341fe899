import 'server-only'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { EgressError, toEgressError } from './egress-error'
import { createLimit } from './egress-limit'
import { isTrusted, parseHosts, urlProblem } from './egress-policy'
import { createRoute, type EgressBody, type EgressMethod, type RouteRequest } from './egress-route'
import type { Progress } from './egress-watch'

export type EgressRequest = {
  method?: EgressMethod
  headers?: Record<string, string>
  /** A stream is sent as it comes, with the `content-length` among the headers, and can be sent once. */
  body?: EgressBody
  timeouts?: EgressTimeouts
  signal?: AbortSignal
  /** The URL is a person's: of the hosts that need not be public, only those of `allow` are open to it. */
  foreign?: boolean
  /** Cap on the response's body, in bytes; beyond it the body fails with `too_large`. */
  maxBytes?: number
}

/** Milliseconds. `headers`: from the request's start; `body`: between two chunks; `total`: everything. */
export type EgressTimeouts = { headers?: number; body?: number; total?: number }

export type EgressResponse = {
  status: number
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Record<string, string | undefined>
  /** The bytes as they came. Read it to its end or `destroy()` it. Fails with an EgressError. */
  body: Readable
  /** The URL that answered, after redirects. */
  url: string
}

export type Egress = {
  /** Throws an EgressError and nothing else. Never repeats a request; only GET and HEAD are redirected. */
  request(url: string, init?: EgressRequest): Promise<EgressResponse>
  /** Ends all kept connections and what still runs on them. */
  close(): Promise<void>
}

export type EgressOptions = {
  /** `host[:port]` of what the operator chose: the gateway, or the bucket. */
  trusted: readonly string[]
  /** Further hosts that may be private or speak plain HTTP: EGRESS_ALLOW. */
  allow: readonly string[]
  lookup?: LookupFunction
  /** Milliseconds for name, socket and TLS together. */
  connectTimeout?: number
  /** Ports on which hosts that are not listed may be reached. */
  ports?: readonly number[]
}

const maxRedirects = 3
const redirects = new Set([301, 302, 303, 307, 308])
const followed: ReadonlySet<EgressMethod> = new Set(['GET', 'HEAD'])

/** What another origin may learn of a request that was redirected to it. */
const harmlessHeaders = new Set(['accept', 'accept-encoding', 'range', 'if-range', 'user-agent'])

/** The app's only way out. `trusted` and `allow` name the hosts that need not be public. */
export function createEgress({
  trusted: own,
  allow,
  lookup,
  connectTimeout = 10_000,
  ports = [443],
}: EgressOptions): Egress {
  const list = parseHosts([...own, ...allow])
  const foreignList = parseHosts(allow)
  const routes = {
    public: createRoute({ reach: 'public', lookup, timeout: connectTimeout }),
    any: createRoute({ reach: 'any', lookup, timeout: connectTimeout }),
  }

  return {
    async request(start, init = {}) {
      const progress: Progress = { sent: false }
      const limit = createLimit(progress, init.signal, init.timeouts?.total)
      try {
        let hop = toHop(start, init, limit.signal)
        const chain = [hop.url]
        for (;;) {
          limit.signal.throwIfAborted()
          const trusted = isTrusted(chain, init.foreign ? foreignList : list)
          const problem = urlProblem(hop.url, trusted, ports)
          if (problem)
            throw new EgressError('blocked', progress.sent, `${hop.url.host}: ${problem}`)
          const route = trusted ? routes.any : routes.public
          const response = await limit.race(route.send(hop, progress))
          const headers = joined(response.headers)
          const target = redirects.has(response.statusCode) ? headers['location'] : undefined
          if (target === undefined || !followed.has(hop.method)) {
            limit.hold(response.body)
            return { status: response.statusCode, headers, body: response.body, url: hop.url.href }
          }
          response.body.on('error', () => {}).destroy()
          if (chain.length > maxRedirects || !URL.canParse(target, hop.url))
            throw new EgressError('redirects', progress.sent, 'Redirected too often, or to nowhere')
          hop = redirected(hop, new URL(target, hop.url))
          chain.push(hop.url)
        }
      } catch (error) {
        limit.release()
        throw toEgressError(error, progress.sent)
      }
    },
    async close() {
      await Promise.all([routes.public.close(), routes.any.close()])
    },
  }
}

function toHop(start: string, init: EgressRequest, signal: AbortSignal): RouteRequest {
  if (!URL.canParse(start)) throw new EgressError('blocked', false, 'Not an absolute URL')
  return {
    url: new URL(start),
    method: init.method ?? 'GET',
    headers: { 'accept-encoding': 'identity', ...init.headers },
    body: init.body,
    headersTimeout: init.timeouts?.headers ?? 30_000,
    bodyTimeout: init.timeouts?.body ?? 30_000,
    maxBytes: init.maxBytes ?? Infinity,
    signal,
  }
}

/** The same request to another place, which learns nothing secret of it when it is another origin. */
function redirected(hop: RouteRequest, url: URL): RouteRequest {
  if (url.origin === hop.url.origin) return { ...hop, url }
  const headers = Object.fromEntries(
    Object.entries(hop.headers).filter(([name]) => harmlessHeaders.has(name.toLowerCase())),
  )
  return { ...hop, url, headers }
}

function joined(headers: Record<string, string | string[] | undefined>): EgressResponse['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
}
