import 'server-only'
import { randomUUID } from 'node:crypto'
import { after } from 'next/server'
import * as z from 'zod/mini'
import { AppError, type FieldIssues } from '@/lib/errors'
import type { ErrorBody } from '@/lib/schemas/error'
import { context, type Context } from './context'
import { assertLocalHost, assertSameOrigin, assertSignedHost } from './origin'

type RouteParams = Record<string, string>

type Handle<Params extends RouteParams> = (call: {
  context: Context
  request: Request
  params: Params
}) => Promise<Response>

type HandlerOptions = {
  /** Which requests bring a right of their own, which the handler checks. */
  signed?: (request: Request) => boolean
}

/**
 * Wraps every route handler: checks where the request comes from, gives it the context, and is the
 * only catch that answers.
 */
export function handler<Params extends RouteParams = RouteParams>(
  handle: Handle<Params>,
  { signed = () => false }: HandlerOptions = {},
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    try {
      if (signed(request)) assertSignedHost(request.headers, (await context()).appUrl)
      else assertLocalHost(request.headers)
      assertSameOrigin(request)
      return await handle({ context: await context(), request, params: await route.params })
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
