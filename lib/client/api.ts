import type * as z from 'zod/mini'
import type { FieldIssues } from '@/lib/errors'
import { errorBodySchema } from '@/lib/schemas/error'

/**
 * A request of ours that ended badly. `code` is the server's, or `network` (no answer came, so
 * nothing is known about what the server did) or `bad_answer` (an answer we can't read).
 */
export class ApiError extends Error {
  readonly code: string
  readonly fields: FieldIssues | undefined
  /** HTTP status; 0 without an answer. */
  readonly status: number
  /** Seconds. */
  readonly retryAfter: number | undefined

  constructor(
    code: string,
    message: string,
    options: {
      status?: number
      fields?: FieldIssues | undefined
      retryAfter?: number | undefined
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.status = options.status ?? 0
    this.fields = options.fields
    this.retryAfter = options.retryAfter
  }
}

type ApiRequest = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON, or as it is when it is a Blob. */
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Asks our own API and parses the answer with `schema`. Throws `ApiError`, or the abort of `signal`. */
export async function api<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  request: ApiRequest = {},
): Promise<z.output<Schema>> {
  const { method = 'GET', body, headers = {}, signal } = request
  const plain = body === undefined || body instanceof Blob
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: plain ? headers : { 'content-type': 'application/json', ...headers },
      body: plain ? body : JSON.stringify(body),
      signal,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('network', 'The server could not be reached', { cause })
  }
  const { status } = response
  const answer: unknown = status === 204 ? null : await response.json().catch(() => undefined)
  if (!response.ok) throw refusal(status, answer)
  const parsed = schema.safeParse(answer)
  if (!parsed.success) {
    throw new ApiError('bad_answer', 'The answer has an unknown shape', {
      status,
      cause: parsed.error,
    })
  }
  return parsed.data
}

function refusal(status: number, answer: unknown): ApiError {
  const parsed = errorBodySchema.safeParse(answer)
  if (!parsed.success)
    return new ApiError('bad_answer', `The server answered ${status}`, { status })
  const { code, message, fields, retry_after: retryAfter } = parsed.data.error
  return new ApiError(code, message, { status, fields, retryAfter })
}
