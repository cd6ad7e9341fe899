import 'server-only'
import { randomUUID } from 'node:crypto'
import { after } from 'next/server'
import * as z from 'zod/mini'
import { AppError, type FieldIssues } from '@/lib/errors'
import type { ErrorBody } from '@/lib/schemas/error'
import { isAtLeast } from '@/lib/models/access'
import type { Member, Role } from '@/lib/models/member'
import { identify } from './auth/identify'
import { context, type Context } from './context'
import { assertHost, assertSameOrigin } from './origin'

type RouteParams = Record<string, string | string[]>

type Call<Params extends RouteParams> = {
  context: Context
  request: Request
  params: Params
}

type Handle<Call> = (call: Call) => Promise<Response>

/** What Next calls. */
type Handler<Params extends RouteParams> = (
  request: Request,
  route: { params: Promise<Params> },
) => Promise<Response>

/**
 * Wraps a route handler for members of at least that role: checks where the request comes from and who
 * sends it, and gives it the context. What a member may do with one thing, its service decides.
 */
export function handler<Params extends RouteParams = RouteParams>(
  role: Role,
  handle: Handle<Call<Params> & { member: Member }>,
): Handler<Params> {
  return openHandler(async (call) => {
    const renewed: string[] = []
    const member = await identify(call.context, call.request.headers, (cookies) => {
      renewed.push(...cookies)
    })
    if (!member) throw new AppError('unauthorized', 'Sign in first.')
    if (!isAtLeast(member, role)) throw new AppError('forbidden', 'Your role does not allow this.')
    const response = await handle({ ...call, member })
    for (const cookie of renewed) response.headers.append('Set-Cookie', cookie)
    return response
  })
}

/** A handler that lets in whoever brings a right of its own, or needs none; the only catch that answers. */
export function openHandler<Params extends RouteParams = RouteParams>(
  handle: Handle<Call<Params>>,
): Handler<Params> {
  return async (request, route) => {
    try {
      const shared = await context()
      assertHost(request.headers, shared.appUrl)
      assertSameOrigin(request, shared.appUrl)
      return await handle({ context: shared, request, params: await route.params })
    } catch (error) {
      return answerError(error)
    }
  }
}

/** JSON that has been through its schema, so that nothing undeclared leaves; never cached by others. */
export function json<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: z.input<Schema>,
  init: ResponseInit = {},
): Response {
  const response = Response.json(z.parse(schema, value), init)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

const maxBodyBytes = 256 * 1024

/** The request's JSON. Throws 413, 415 or 400. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new AppError('unsupported_media_type', 'Send JSON with Content-Type: application/json.')
  }
  const bytes = await readBody(request, maxBodyBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('invalid_json', 'The body is not valid JSON.', { cause })
  }
}

/** The request's body, at most `most` bytes of it. Throws 413 as soon as more arrives. */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = new AppError('payload_too_large', `The body may have at most ${most} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Parses a body or a query string by its schema; complaints go to their fields. Throws 422. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const fields: FieldIssues = {}
  for (const issue of result.error.issues) {
    const path = issue.path.join('.') || '_'
    ;(fields[path] ??= []).push({ code: issue.code ?? 'invalid', message: issue.message })
  }
  throw new AppError('invalid_input', 'Some fields need attention.', { fields })
}

export function query(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

/** Lets work go on after the answer; where no process lives on, the platform keeps it for us. */
export function background(context: Context, work: Promise<unknown>): void {
  const watched = work.catch((error: unknown) =>
    context.log.error({ error }, 'background work failed'),
  )
  try {
    after(watched)
  } catch {
    // Outside a request of Next's (tests, scripts) the process itself lives on.
  }
}

async function answerError(error: unknown): Promise<Response> {
  if (error instanceof AppError) return errorResponse(error)
  const id = randomUUID()
  const { log } = await context().catch(() => ({ log: null }))
  if (log) log.error({ id, error }, 'a request failed')
  else process.stderr.write(`${JSON.stringify({ id, message: String(error) })}\n`)
  return errorResponse(new AppError('internal', `Something went wrong on our side (${id}).`))
}

function errorResponse(error: AppError): Response {
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: error.message,
      fields: error.fields,
      retry_after: error.retryAfter,
    },
  }
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  if (error.retryAfter !== undefined) headers.set('Retry-After', String(error.retryAfter))
  return Response.json(body, { status: error.status, headers })
}
