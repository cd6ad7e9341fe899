import type { TaskState } from './task-state'

/**
 * What can be made to go wrong, set with `POST /_simulator/faults`:
 * `{ match?: FaultMatch, times?: n, fault: { kind, … } }`. The oldest fault that fits a request
 * acts on it, and one only. `after_charge` lets the work be done (and charged) first; without it
 * nothing happens.
 */
export type Fault =
  // the way there and back
  | { kind: 'reset' }
  | { kind: 'delay'; ms: number }
  | { kind: 'drop_reply'; after_charge?: boolean }
  | {
      kind: 'http_status'
      status: number
      body?: 'json' | 'html' | 'empty'
      /** Seconds, or any text to send as it is. */
      retry_after?: number | string
      after_charge?: boolean
    }
  | { kind: 'broken_json' }
  | { kind: 'slow_body'; bytes_per_second: number }
  // the envelope
  | { kind: 'refuse'; code: number | string; msg: string; after_charge?: boolean }
  | { kind: 'minus_one'; after_charge?: boolean }
  /** `null` leaves the code out. */
  | { kind: 'success_code'; code: number | string | null }
  | { kind: 'no_envelope' }
  // creating
  | { kind: 'no_task_id' }
  | { kind: 'fail'; error_message: string; refund_delay_ms?: number }
  | { kind: 'slow'; factor: number }
  | { kind: 'stuck' }
  // querying
  | { kind: 'status_word'; word: string }
  | { kind: 'not_found' }
  | { kind: 'progress_backwards' }
  | { kind: 'milliseconds' }
  | { kind: 'without_cost' }
  | { kind: 'without_link' }
  | { kind: 'link_without_scheme' }
  | { kind: 'error_text_in'; field: 'message' | 'error' | 'error_msg' | 'reason' }
  // submitting an asset
  /**
   * How its review goes: refused with these words; so many times slower; expired so many
   * milliseconds after it turned Active.
   */
  | { kind: 'review'; refusal?: string; factor?: number; expires_ms?: number }
  // downloading
  | { kind: 'expired_link' }
  | { kind: 'truncated_video'; at_bytes: number }
  | { kind: 'slow_video'; bytes_per_second: number }
  | { kind: 'ignore_range' }
  | { kind: 'changed_etag' }
  | { kind: 'html_video' }

export type FaultKind = Fault['kind']

/** All parts given must fit. */
export type FaultMatch = {
  /** Part of the path. */
  path?: string
  method?: string
  model?: string
  prompt_includes?: string
  /** Part of the JSON body as it was sent: a link, a name. */
  body_includes?: string
  task_id?: string
  /** Where the task truly stands when it is queried. */
  status?: TaskState['status']
}

export type Stage = 'create' | 'query' | 'submit' | 'video' | 'other'

/** What a fault is matched against. Unknown parts fit nothing. */
export type Circumstances = {
  stage: Stage
  path: string
  method: string
  model?: string
  prompt?: string
  body?: string
  task_id?: string
  status?: TaskState['status']
}

/** Where each fault can act; elsewhere it waits. */
const actsOn: Record<FaultKind, Stage | 'any'> = {
  reset: 'any',
  delay: 'any',
  drop_reply: 'any',
  http_status: 'any',
  broken_json: 'any',
  slow_body: 'any',
  refuse: 'any',
  minus_one: 'any',
  success_code: 'any',
  no_envelope: 'any',
  no_task_id: 'create',
  fail: 'create',
  slow: 'create',
  stuck: 'create',
  status_word: 'query',
  not_found: 'query',
  progress_backwards: 'query',
  milliseconds: 'query',
  without_cost: 'query',
  without_link: 'query',
  link_without_scheme: 'query',
  error_text_in: 'query',
  review: 'submit',
  expired_link: 'video',
  truncated_video: 'video',
  slow_video: 'video',
  ignore_range: 'video',
  changed_etag: 'video',
  html_video: 'video',
}

/** Faults of one moment of a task wait for it, so that `times` counts what was seen. */
const needsStatus: Partial<Record<FaultKind, TaskState['status']>> = {
  without_link: 'completed',
  link_without_scheme: 'completed',
  progress_backwards: 'processing',
  error_text_in: 'failed',
}

export function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(actsOn, value.kind)
  )
}

export function faultFits(fault: Fault, match: FaultMatch, seen: Circumstances): boolean {
  const stage = actsOn[fault.kind]
  const status = needsStatus[fault.kind]
  return (
    (stage === 'any' || stage === seen.stage) &&
    (status === undefined || status === seen.status) &&
    (match.path === undefined || seen.path.includes(match.path)) &&
    (match.method === undefined || match.method.toUpperCase() === seen.method) &&
    (match.model === undefined || match.model === seen.model) &&
    (match.prompt_includes === undefined ||
      (seen.prompt?.includes(match.prompt_includes) ?? false)) &&
    (match.body_includes === undefined || (seen.body?.includes(match.body_includes) ?? false)) &&
    (match.task_id === undefined || match.task_id === seen.task_id) &&
    (match.status === undefined || match.status === seen.status)
  )
}
