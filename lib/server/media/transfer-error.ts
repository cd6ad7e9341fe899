import 'server-only'

export type RetryReason =
  /** The caller's own signal. */
  | 'aborted'
  /** No answer came. */
  | 'unreachable'
  /** The transfer broke, or fell below the least pace. What came is kept. */
  | 'interrupted'
  | 'stalled'
  /** It ended too early. What came is kept if the rest can be asked for. */
  | 'truncated'
  /** Not the video we hold a part of; the next try starts over. */
  | 'changed'
  /** An answer that is neither a video nor the end of the link; `detail` is the status. */
  | 'status'
  /** A Content-Encoding we cannot undo. */
  | 'encoding'
  | 'not_video'
  | 'too_large'

/** A transfer that did not bring the whole video, as opposed to a storage that failed. */
export class TransferError extends Error {
  readonly reason: RetryReason
  readonly detail: string | undefined

  constructor(reason: RetryReason, detail?: string) {
    super(detail ? `${reason}: ${detail}` : reason)
    this.name = 'TransferError'
    this.reason = reason
    this.detail = detail
  }
}

/** The code or the class of an error; never its message, which may hold a signed link. */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
