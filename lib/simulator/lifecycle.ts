import { createHash } from 'node:crypto'
import type { AssetRecord, TaskRecord } from './records'
import type { TaskState } from './task-state'

const queueMs = 4_000
const runMs = 25_000
const runMsPerSecond = 1_500
/** Part of the run after which a task that fails does so. */
const failsAt = 0.4

/** 0.8–1.25, the same for the same id. */
function jitter(id: string, purpose: string): number {
  const byte = createHash('sha256').update(`${purpose}:${id}`).digest()[0] ?? 0
  return 0.8 + (byte / 255) * 0.45
}

/** How long a task will take, in milliseconds; settled at creation. `pace` 2 takes twice as long. */
export function schedule(id: string, seconds: number, speed: number, pace: number) {
  const scale = pace / speed
  return {
    queue_ms: Math.round(queueMs * jitter(id, 'queue') * scale),
    run_ms: Math.round((runMs + runMsPerSecond * seconds) * jitter(id, 'run') * scale),
  }
}

export function endsAt(task: TaskRecord): number {
  if (task.ending.kind === 'stuck' || task.material === null) return Infinity
  const part = task.ending.kind === 'failed' ? failsAt : 1
  return task.created_at + task.queue_ms + Math.round(task.run_ms * part)
}

/** Where a task stands, from its record and the time alone (protocol §4). */
export function stateOf(task: TaskRecord, now: number): TaskState {
  const end = endsAt(task)
  if (now >= end) {
    return task.ending.kind === 'failed'
      ? {
          status: 'failed',
          progress: 0,
          completed_at: end,
          error_message: task.ending.error_message,
        }
      : { status: 'completed', progress: 100, completed_at: end }
  }
  const running = now - task.created_at - task.queue_ms
  if (running < 0) return { status: 'queued', progress: 0 }
  const progress = Math.floor((running / task.run_ms) * 100)
  return { status: 'processing', progress: Math.min(99, Math.max(1, progress)) }
}

export type AssetState = 'pending' | 'active' | 'refused' | 'expired'

export function assetState(asset: AssetRecord, now: number): AssetState {
  const age = now - asset.at - asset.ready_ms
  if (age < 0) return 'pending'
  if (asset.refusal !== null) return 'refused'
  return age < (asset.expires_ms ?? Infinity) ? 'active' : 'expired'
}
