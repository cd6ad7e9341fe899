import type { Fault, FaultMatch } from './fault'
import type { Material } from './material/material'
import type { AcceptedInput } from './validation'

/** What the simulator remembers. Times are milliseconds of its clock; ids are opaque. */

/** How a task will end, settled once its material was looked at. */
export type Ending =
  | { kind: 'completed' }
  | { kind: 'failed'; error_message: string; refund_delay_ms: number }
  | { kind: 'stuck' }

export type TaskRecord = {
  id: string
  created_at: number
  /** SHA-256 (hex) of the bearer key that paid. */
  key_sha256: string
  /** SHA-256 (hex) of the request body, byte for byte: joins a charge with the request that made it. */
  body_sha256: string
  input: AcceptedInput
  /** JimiCoin */
  cost: number
  queue_ms: number
  run_ms: number
  ending: Ending
  /** What its references led to; null until they were fetched. */
  material: Material[] | null
}

export type UploadRecord = {
  id: string
  at: number
  filename: string
  size: number
  mime_type: string
  /** Its links were declared dead before their time. */
  expired: boolean
}

export type AssetRecord = {
  id: string
  at: number
  library: 'audit' | 'sp' | 'real_person'
  type: string
  name: string
  url: string
  /** What its link led to: one item. */
  material: Material[]
  ready_ms: number
  /** Why the review will refuse it; null when it will not. */
  refusal: string | null
  /** How long it stays usable; null is for ever. */
  expires_ms: number | null
}

export type FaultRecord = {
  id: string
  match: FaultMatch
  /** Uses left; null is without end. */
  times: number | null
  fault: Fault
}

export type RequestRecord = {
  at: number
  method: string
  path: string
  /** The key appears as its SHA-256 only. */
  headers: Record<string, string>
  /** The JSON body as it came, or null for other bodies. */
  body: string | null
}

/** One line of the journal. */
export type Entry =
  | { type: 'opened'; secret: string }
  | { type: 'task'; task: TaskRecord }
  | { type: 'material'; task_id: string; material: Material[]; ending: Ending }
  | { type: 'create_request'; request: RequestRecord }
  | { type: 'upload'; upload: UploadRecord }
  | { type: 'uploads_expired' }
  | { type: 'asset'; asset: AssetRecord }
  | { type: 'fault'; fault: FaultRecord }
  | { type: 'fault_used'; id: string }
  | { type: 'faults_cleared' }
  | { type: 'clock'; advance_ms: number }
  | { type: 'top_up'; amount: number }
