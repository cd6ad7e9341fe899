import 'server-only'

/**
 * - `blocked`: not a request we may make: its address, scheme or port, or a header that HTTP cannot carry
 * - `dns`, `refused`, `tls`: no connection could be made
 * - `timeout`: connecting, waiting for headers, a pause in the body, or the whole
 * - `reset`: the connection broke; `protocol`: what came back is not HTTP
 * - `too_large`: the body is over its cap; `redirects`: more than three, or to nowhere
 * - `aborted`: the caller's signal
 */
export type EgressErrorCode =
  | 'blocked'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'protocol'
  | 'too_large'
  | 'redirects'
  | 'aborted'

export class EgressError extends Error {
  readonly code: EgressErrorCode
  /**
   * Whether a byte of the request may have left this process. `false` is a proof: a paid request that
   * failed so was not received by anyone and may be sent again.
   */
  readonly sent: boolean

  constructor(code: EgressErrorCode, sent: boolean, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'EgressError'
    this.code = code
    this.sent = sent
  }
}

const byCode: Record<string, EgressErrorCode> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too_large',
  UND_ERR_ABORTED: 'aborted',
  UND_ERR_INVALID_ARG: 'blocked',
}

/** `sent` is what the transport has seen so far; it decides what a failure without a known name is called. */
export function toEgressError(error: unknown, sent: boolean): EgressError {
  if (error instanceof EgressError) return error
  const { name, code } = namesOf(error)
  return new EgressError(
    byCode[code] ?? unnamed(name, code, sent),
    sent,
    `The request failed (${code || name})`,
    error,
  )
}

function namesOf(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: 'unknown', code: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { name: error.name, code }
}

function unnamed(name: string, code: string, sent: boolean): EgressErrorCode {
  if (name === 'HTTPParserError') return 'protocol'
  if (sent) return 'reset'
  return /^(EPROTO|ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)
    ? 'tls'
    : 'refused'
}
