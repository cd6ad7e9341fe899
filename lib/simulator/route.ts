import type { IncomingHttpHeaders } from 'node:http'
import type { Effect } from './effect'
import type { Stage } from './fault'
import type { Collector } from './material/collector'
import type { Media } from './media/media'
import type { Reply } from './reply'
import type { State } from './state'
import type { TaskMaterial } from './task-material'

/** What routes work with. */
export type World = {
  state: State
  media: Media
  collector: Collector
  taskMaterial: TaskMaterial
  /** Milliseconds of the simulator's clock. */
  now(): number
  speed: number
  strict: boolean
  fullMaxSeconds: 12 | 15
  /** Code of a success on all calls but the SP library's, which say 0 (protocol §1.3). */
  successCode: 20000 | '20000' | 0
  startBalance: number
  /** JimiCoin a key may use; 0 is unlimited. */
  keyQuota: number
  /** Delay of refunds that no fault sets, in milliseconds. */
  refundDelayMs: number
  /** Where links to results and uploads begin, without a slash at the end. */
  publicUrl: string
  uploadsDir: string
}

export type Call = {
  method: string
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
  /** The body as JSON; undefined when it is none. */
  json: unknown
  keySha256: string
  effect: Effect
}

export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  /** `:name` stands for one segment. GET answers HEAD as well. */
  path: string
  stage: Stage
  /** `none` needs no key. */
  auth: 'key' | 'none'
  maxBody: number
  handle(call: Call, world: World): Reply | Promise<Reply>
}

const jsonBody = 1024 * 1024

/** A call of the gateway, which needs a key. */
export function gatewayRoute(
  method: Route['method'],
  path: string,
  handle: Route['handle'],
  extra: Partial<Route> = {},
): Route {
  return { method, path, stage: 'other', auth: 'key', maxBody: jsonBody, handle, ...extra }
}

/** A call that needs none: signed links, the price catalogue, the simulator's own controls. */
export function openRoute(
  method: Route['method'],
  path: string,
  handle: Route['handle'],
  extra: Partial<Route> = {},
): Route {
  return gatewayRoute(method, path, handle, { auth: 'none', ...extra })
}

export type FoundRoute = { route: Route; params: Record<string, string> }

export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): FoundRoute | null {
  for (const route of routes) {
    const fits = route.method === method || (route.method === 'GET' && method === 'HEAD')
    const params = fits ? paramsOf(route.path, path) : null
    if (params !== null) return { route, params }
  }
  return null
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split('/')
  const segments = path.split('/')
  if (names.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (name.startsWith(':') && segment !== '') params[name.slice(1)] = segment
    else if (name !== segment) return null
  }
  return params
}
