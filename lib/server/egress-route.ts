import 'server-only'
import { Readable } from 'node:stream'
import { Agent, Client, type Dispatcher } from 'undici'
import { createConnector, type ConnectOptions } from './egress-connect'
import { watch, type Progress } from './egress-watch'

export type EgressMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'

export type EgressBody = string | Uint8Array | AsyncIterable<Uint8Array>

export type RouteRequest = {
  url: URL
  method: EgressMethod
  headers: Record<string, string>
  body: EgressBody | undefined
  /** Milliseconds. */
  headersTimeout: number
  bodyTimeout: number
  maxBytes: number
  signal: AbortSignal
}

export type Route = {
  /** One request on one connection, never repeated. */
  send(request: RouteRequest, progress: Progress): Promise<Dispatcher.ResponseData>
  close(): Promise<void>
}

/** One hop of a request, over sockets of one connector. */
export function createRoute(options: ConnectOptions): Route {
  const connect = createConnector(options)
  const agent = new Agent({ connect, pipelining: 1 })

  return {
    send(request, progress) {
      if (request.method !== 'POST') return dispatch(agent, request, progress)
      // A kept-alive socket may have died unnoticed, and a request lost on it would look as if it had been
      // received. What may cost money gets a socket of its own.
      const client = new Client(request.url.origin, { connect })
      const response = dispatch(client, request, progress)
      response.then(
        () => client.close(),
        () => client.destroy(),
      )
      return response
    },
    close: () => agent.destroy(),
  }
}

function dispatch(
  dispatcher: Dispatcher,
  { url, maxBytes, body, ...request }: RouteRequest,
  progress: Progress,
): Promise<Dispatcher.ResponseData> {
  return dispatcher.compose(watch(progress, maxBytes)).request({
    ...request,
    body: typeof body === 'object' && !ArrayBuffer.isView(body) ? Readable.from(body) : body,
    origin: url.origin,
    path: url.pathname + url.search,
    reset: request.method === 'POST',
  })
}
