/**
 * Why a request ended badly. One table from code to HTTP status; the code type is its keys, so
 * the two cannot disagree. A failed *task* is not an error: it is a 200 whose body has `failure`.
 */
export const errorStatus = {
  invalid_json: 400,
  idempotency_key_required: 400,
  unauthorized: 401,
  forbidden: 403,
  forbidden_origin: 403,
  forbidden_host: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  invalid_input: 422,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  internal: 500,
  gateway_error: 502,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** A complaint about one field. `message` is English; the face translates by `code` and `params`. */
export type FieldIssue = {
  code: string
  message: string
  params?: Record<string, string | number>
}

/** Complaints by field path (`images`, `images.2`, `duration`); the whole input is `_`. */
export type FieldIssues = Record<string, FieldIssue[]>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldIssues | undefined
  readonly retryAfter: number | undefined

  /** `retryAfter` is in seconds. */
  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldIssues; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields
    this.retryAfter = options.retryAfter
  }

  get status(): number {
    return errorStatus[this.code]
  }
}
