import type { FieldIssue, FieldIssues } from '@/lib/errors'
import { asText, fieldsIn, itemsIn } from '@/lib/models/lenient'
import { noteAnswer, noteRefusal } from './session'

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

/**
 * Asks our own API. The answer is of the type named: the server puts each through its schema on the
 * way out, so it isn't parsed a second time here (docs/decisions/007). Throws `ApiError`, or the
 * abort of `signal`.
 */
export async function api<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
  const { method = 'GET', body, headers = {}, signal } = request
  const plain = body === undefined || body instanceof Blob
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: plain ? headers : { 'content-type': 'application/json', ...headers },
      body: plain ? body : JSON.stringify(body),
      signal,
      // A change is small, and goes its way even when the page is left meanwhile.
      keepalive: method === 'PATCH',
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw unanswered('The server could not be reached', cause)
  }
  const { status } = response
  return readAnswer<Answer>(status, status === 204 ? 'null' : await response.text().catch(() => ''))
}

/** What came back, as the type named; throws `ApiError` where it is a refusal or unreadable. */
export function readAnswer<Answer>(status: number, text: string): Answer {
  const answer = parseJson(text)
  if (status < 200 || status >= 300) throw refusal(status, answer)
  if (answer === undefined) throw unreadable(status)
  noteAnswer()
  return answer as Answer
}

/** No answer came: nothing is known about what the server did. */
export function unanswered(message: string, cause?: unknown): ApiError {
  return new ApiError('network', message, { cause })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(status: number): ApiError {
  return new ApiError('bad_answer', `The server answered ${status}`, { status })
}

/** The error envelope, if it is ours: what stands between us and the server may answer too. */
function refusal(status: number, answer: unknown): ApiError {
  const error = fieldsIn(fieldsIn(answer).error)
  const code = asText(error.code)
  if (code === undefined) return unreadable(status)
  noteRefusal(code)
  const retryAfter = typeof error.retry_after === 'number' ? error.retry_after : undefined
  const fields = error.fields === undefined ? undefined : readFields(error.fields)
  return new ApiError(code, asText(error.message) ?? code, { status, fields, retryAfter })
}

function readFields(value: unknown): FieldIssues {
  const complaints = Object.entries(fieldsIn(value))
  return Object.fromEntries(complaints.map(([path, issues]) => [path, itemsIn(issues, readIssue)]))
}

function readIssue(value: unknown): FieldIssue | undefined {
  const { code, message, params } = fieldsIn(value)
  if (typeof code !== 'string') return undefined
  return {
    code,
    message: asText(message) ?? code,
    params: fieldsIn(params) as NonNullable<FieldIssue['params']>,
  }
}
