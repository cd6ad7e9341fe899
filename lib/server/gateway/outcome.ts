import 'server-only'
import type { EgressErrorCode } from '@/lib/server/egress-error'
import type { TaskFailure } from '@/lib/schemas/task'
import { readAnswer, type Answer } from './answer'
import { madeAsset, refusedItem, type MadeAsset } from './asset-library'
import { provesRefusal, readFailure } from './failure-book'
import { toObservation, type GatewayStatus, type Observation } from './translate'
import type { Reply } from './transport'
import { uploadSchema } from './wire'

/** What is known about an answer that settles nothing. Never holds the key. */
export type Evidence = {
  /** HTTP status; null when no answer began. */
  status: number | null
  /** The gateway's own code, if one could be read. */
  code: string | null
  /** The start of what came back, if it came whole. */
  body: string | null
}

/** What became of a request that must not be made twice. */
export type SendOutcome<Accepted> =
  | ({ kind: 'accepted' } & Accepted)
  /** Nothing was accepted, and the same input will not be. */
  | Refused
  /** Proven: nothing was accepted. A machine may send it again; `retry_after` is in seconds. */
  | { kind: 'not_sent'; reason: EgressErrorCode | 'rate_limited'; retry_after?: number }
  /** The request left and its outcome is not known: never sent again by a machine. */
  | { kind: 'unknown'; reason: UnknownReason; evidence: Evidence }

type Refused = { kind: 'refused'; code: string; message: string | null }

type AcceptedTask = {
  task_id: string
  status: GatewayStatus
  /** JimiCoin. */
  cost: number | null
  created_at: Date | null
}

export type CreateOutcome =
  Exclude<SendOutcome<AcceptedTask>, Refused> | (Refused & { failure: TaskFailure })

export type AssetOutcome = SendOutcome<MadeAsset>

export type UploadOutcome =
  | { kind: 'uploaded'; url: string }
  /** The gateway will not take this file. */
  | { kind: 'refused'; code: string; message: string | null }
  | { kind: 'unauthorised' }
  | Retry

export type UnknownReason =
  | EgressErrorCode
  /** 5xx, or the gateway's code -1. */
  | 'server_error'
  | 'not_json'
  /** It succeeded and does not name what it made. */
  | 'no_task_id'
  | 'no_asset_id'
  | 'unrecognised'

export type QueryOutcome =
  | { kind: 'observed'; observation: Observation }
  | { kind: 'not_found' }
  | { kind: 'unauthorised' }
  | Retry

/** Asking again costs nothing. `retry_after` is in seconds. */
export type Retry = { kind: 'retry'; reason: RetryReason; retry_after?: number }
export type RetryReason =
  EgressErrorCode | 'rate_limited' | 'server_error' | 'not_json' | 'unrecognised'

export type ReadOutcome<Value> = { kind: 'ok'; value: Value } | { kind: 'unauthorised' } | Retry

/** What a query of an unknown task says is undocumented (protocol §4.3): told by its words. */
const notFoundWords = /不存在|not found|does not exist|no such task/i

/** How a sent request tells what it made. */
type SentKind<Accepted> = {
  /** What the answer names; null when it names nothing. */
  made(answer: Answer): Accepted | null
  nameless: UnknownReason
}

/** What a request that must not be made twice came to. `redact` takes the key out of a text. */
export function readSent<Accepted>(
  reply: Reply,
  redact: (text: string) => string,
  { made, nameless }: SentKind<Accepted>,
): SendOutcome<Accepted> {
  if (reply.kind === 'broken') {
    const { error, status, retryAfter } = reply
    if (status === 429) return { kind: 'not_sent', reason: 'rate_limited', retry_after: retryAfter }
    if (!error.sent) return { kind: 'not_sent', reason: error.code }
    return { kind: 'unknown', reason: error.code, evidence: { status, code: null, body: null } }
  }
  const answer = readAnswer(reply.status, reply.text)
  const { status, code } = answer
  const accepted = made(answer)
  if (answer.succeeded && accepted !== null) return { kind: 'accepted', ...accepted }
  if (status === 429)
    return { kind: 'not_sent', reason: 'rate_limited', retry_after: reply.retryAfter }
  if (accepted === null && isRefusal(answer, reply.text)) {
    const message = answer.message === null ? null : redact(answer.message)
    return { kind: 'refused', code: code ?? String(status), message }
  }
  const body = redact(reply.text).slice(0, 2_000)
  const reason = unknownReason(answer, accepted === null ? nameless : null)
  return { kind: 'unknown', reason, evidence: { status, code, body } }
}

/** What a paid create came to. */
export function readCreate(reply: Reply, redact: (text: string) => string): CreateOutcome {
  const outcome = readSent(reply, redact, { made: madeTask, nameless: 'no_task_id' })
  if (outcome.kind !== 'refused') return outcome
  const { code: gatewayCode, message } = outcome
  return { ...outcome, failure: readFailure(message, { accepted: false, gatewayCode }) }
}

function madeTask({ task, taskId }: Answer): AcceptedTask | null {
  if (!task || taskId === null) return null
  const { status, cost, created_at } = toObservation(task, new Date(0))
  return { task_id: taskId, status, cost, created_at }
}

/** What a submission of one item to a library came to. */
export function readAsset(reply: Reply, redact: (text: string) => string): AssetOutcome {
  const outcome = readSent(reply, redact, { made: madeAsset, nameless: 'no_asset_id' })
  if (outcome.kind !== 'unknown' || reply.kind !== 'answer') return outcome
  const answer = readAnswer(reply.status, reply.text)
  const item = answer.succeeded ? refusedItem(answer) : undefined
  if (!item) return outcome
  const message = item.message === null ? null : redact(item.message)
  return { kind: 'refused', code: answer.code ?? String(answer.status), message }
}

/** What an upload came to. It costs nothing, so whatever is not clear may be tried again. */
export function readUpload(reply: Reply, redact: (text: string) => string): UploadOutcome {
  if (reply.kind === 'broken') return readRetry(reply)
  const answer = readAnswer(reply.status, reply.text)
  const { code, message, status } = answer
  const file = answer.succeeded ? uploadSchema.safeParse(answer.data).data : undefined
  if (file) return { kind: 'uploaded', url: file.url }
  if (isUnauthorised(answer, reply.text)) return { kind: 'unauthorised' }
  if (status !== 429 && (status === 413 || isRefusal(answer, reply.text))) {
    const said = message === null ? null : redact(message)
    return { kind: 'refused', code: code ?? String(status), message: said }
  }
  return readRetry(reply, answer)
}

/**
 * Whether nothing can have been accepted: the gateway's two codes for it, words that prove it, or a
 * readable client error of HTTP. An answer that names what was made refuses nothing, whatever its
 * code; the caller has looked.
 */
function isRefusal({ status, json, code, message, succeeded }: Answer, text: string) {
  if (!json) return (status === 401 || status === 403) && text.trim() === ''
  if (code === '20001' || code === '20002') return true
  if (status >= 500 || succeeded) return false
  if (provesRefusal(message)) return true
  const readable = code !== null || message !== null
  return code !== '-1' && status >= 400 && status !== 408 && readable
}

function unknownReason(
  { status, json, code, succeeded }: Answer,
  nameless: UnknownReason | null,
): UnknownReason {
  if (status >= 500 || code === '-1') return 'server_error'
  if (!json) return 'not_json'
  return (succeeded && code !== null && nameless) || 'unrecognised'
}

/** What a query came to. Asking is free, so whatever is not clear is asked again. */
export function readQuery(reply: Reply, now: Date, redact: (text: string) => string): QueryOutcome {
  if (reply.kind === 'broken') return readRetry(reply)
  const answer = readAnswer(reply.status, reply.text)
  const { task, status, code, message, json, succeeded } = answer
  if (succeeded && task) {
    const observation = toObservation(task, now)
    const said = observation.failure?.gateway_message
    const failure = said ? { gateway_message: redact(said) } : observation.failure
    return { kind: 'observed', observation: { ...observation, failure } }
  }
  if (isUnauthorised(answer, reply.text)) return { kind: 'unauthorised' }
  const nameless = status === 404 && code === null && message === null
  if (json && !succeeded && (nameless || notFoundWords.test(message ?? '')))
    return { kind: 'not_found' }
  return readRetry(reply, answer)
}

/** What a read of a plain value came to; `parse` answers null for what it cannot read. */
export function readValue<Value>(
  reply: Reply,
  parse: (data: unknown) => Value | null,
): ReadOutcome<Value> {
  if (reply.kind === 'broken') return readRetry(reply)
  const answer = readAnswer(reply.status, reply.text)
  const value = answer.succeeded ? parse(answer.data) : null
  if (value !== null) return { kind: 'ok', value }
  return isUnauthorised(answer, reply.text) ? { kind: 'unauthorised' } : readRetry(reply, answer)
}

function isUnauthorised({ status, json, code }: Answer, text: string): boolean {
  return code === '20001' || ((status === 401 || status === 403) && (json || text.trim() === ''))
}

function readRetry(reply: Reply, answer?: Answer): Retry {
  const { status, retryAfter } = reply
  if (status === 429) return { kind: 'retry', reason: 'rate_limited', retry_after: retryAfter }
  if (reply.kind === 'broken') return { kind: 'retry', reason: reply.error.code }
  if (reply.status >= 500 || answer?.code === '-1')
    return { kind: 'retry', reason: 'server_error', retry_after: retryAfter }
  return { kind: 'retry', reason: answer?.json ? 'unrecognised' : 'not_json' }
}
