import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { directiveIn } from './directives'
import { effectOf, type Effect } from './effect'
import { faultFits, type Circumstances, type Fault, type FaultKind } from './fault'
import { stateOf } from './lifecycle'
import { refusal, type Reply } from './reply'
import { findRoute, type Call, type FoundRoute, type Route, type World } from './route'
import { send } from './send'
import { invented } from './invented'

/** Longer than clients keep an idle connection, so that none is closed under a request. */
const idleMilliseconds = 65_000

const notFound: Reply = { status: 404, json: { code: -1, msg: 'Not Found', data: null } }

/** `key` undefined: any bearer key is taken. */
export function createGatewayServer(
  routes: readonly Route[],
  world: World,
  key: string | undefined,
): Server {
  return createServer({ keepAliveTimeout: idleMilliseconds }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) {
        response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
      } else {
        response.destroy()
      }
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const url = new URL(request.url ?? '/', 'http://simulator')
    const found = findRoute(routes, method, url.pathname)
    if (found === null) {
      request.resume()
      return send(request, response, notFound)
    }
    const early = circumstancesOf(found, method, url.pathname)
    if (takeFault(early, (kind) => kind === 'reset') !== undefined) {
      request.socket.resetAndDestroy()
      return
    }
    const body = await readBody(request, found.route.maxBody)
    if (body === null) {
      return send(request, response, refusal(20002, invented('the body is too large')))
    }
    const json = parseJson(body)
    const text = json === undefined ? undefined : body.toString()
    remember(request, found.route, url, text ?? null)

    const seen = circumstancesOf(found, method, url.pathname, json, text)
    const fault = isControl(url.pathname)
      ? undefined
      : (takeFault(seen, (kind) => kind !== 'reset') ??
        (seen.stage === 'create' ? directiveIn(seen.prompt ?? '') : undefined))
    const effect = fault === undefined ? {} : effectOf(fault)
    const token = bearerOf(request)
    const call: Call = {
      method,
      path: url.pathname,
      params: found.params,
      query: url.searchParams,
      headers: request.headers,
      body,
      json,
      keySha256: sha256(token),
      effect,
    }
    if (effect.delayMs !== undefined) await wait(effect.delayMs)
    const allowed = found.route.auth === 'none' || (token !== '' && (key ?? token) === token)
    const reply = await replyUnder(effect, () =>
      allowed ? found.route.handle(call, world) : refusal(20001, ''),
    )
    if (reply === 'drop') request.socket.destroy()
    else await send(request, response, reply, effect.transfer)
  }

  function circumstancesOf(
    { route, params }: FoundRoute,
    method: string,
    path: string,
    json?: unknown,
    body?: string,
  ): Circumstances {
    const common = { stage: route.stage, method, path, body }
    const task = params.id === undefined ? undefined : world.state.tasks.get(params.id)
    if (task !== undefined) {
      const { model, prompt } = task.input
      const { status } = stateOf(task, world.now())
      return { ...common, model, prompt, task_id: task.id, status }
    }
    const fields = typeof json === 'object' && json !== null ? json : {}
    return {
      ...common,
      model: 'model' in fields && typeof fields.model === 'string' ? fields.model : undefined,
      prompt: 'prompt' in fields && typeof fields.prompt === 'string' ? fields.prompt : undefined,
    }
  }

  function takeFault(seen: Circumstances, wanted: (kind: FaultKind) => boolean): Fault | undefined {
    if (isControl(seen.path)) return undefined
    const record = world.state.faults.find(
      ({ fault, match }) => wanted(fault.kind) && faultFits(fault, match, seen),
    )
    if (record?.times != null) world.state.commit({ type: 'fault_used', id: record.id })
    return record?.fault
  }

  function remember(request: IncomingMessage, route: Route, url: URL, body: string | null): void {
    if (isControl(url.pathname)) return
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    if (headers.authorization !== undefined) {
      headers.authorization = `Bearer sha256:${sha256(bearerOf(request))}`
    }
    const record = {
      at: world.now(),
      method: request.method ?? 'GET',
      path: url.pathname,
      headers,
      body,
    }
    if (route.stage === 'create') {
      world.state.commit({ type: 'create_request', request: record })
    } else {
      world.state.note(record)
    }
  }
}

function isControl(path: string): boolean {
  return path.startsWith('/_simulator/')
}

/** Spaces around a key are forgiven (protocol §1.2). */
function bearerOf(request: IncomingMessage): string {
  const header = request.headers.authorization ?? ''
  return /^Bearer\s/i.test(header) ? header.slice('Bearer '.length).trim() : ''
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** null when there are more than `max` bytes; read to the end, so that the client can hear the answer. */
async function readBody(request: IncomingMessage, max: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= max) chunks.push(chunk)
  }
  return size > max ? null : Buffer.concat(chunks)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function replyUnder(
  effect: Effect,
  route: () => Reply | Promise<Reply>,
): Promise<Reply | 'drop'> {
  if (effect.instead !== undefined) {
    if (effect.afterRoute === true) await route()
    return effect.instead
  }
  const reply = await route()
  if (!('json' in reply)) return reply
  let body = reply.json
  if (isFields(body) && isFields(body.data) && effect.data !== undefined) {
    body = { ...body, data: effect.data(body.data) }
  }
  if (isFields(body) && effect.body !== undefined) body = effect.body(body)
  if (effect.brokenJson !== true) return { ...reply, json: body }
  const text = JSON.stringify(body)
  return {
    status: reply.status,
    type: 'application/json; charset=utf-8',
    text: text.slice(0, Math.floor(text.length / 2)),
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
