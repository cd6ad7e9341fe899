import 'server-only'
import type { Model } from '@/lib/models/capabilities'
import { createBody } from '@/lib/models/create-body'
import type { TaskInput } from '@/lib/models/task-input'
import {
  createBodySchema,
  taskSchema,
  type GatewayCreateBody,
  type GatewayReason,
  type GatewayScalar,
  type GatewayTask,
} from './wire'

/** What the gateway said about a task, in our words. */
export type Observation = {
  status: GatewayStatus
  /** 0–100; 100 only when completed. */
  progress: number
  /** The result's link; null while there is none, also for a while after completion. */
  link: string | null
  created_at: Date | null
  /** When it ended; for an ended task without a time of its own, the time of the look. */
  completed_at: Date | null
  /** JimiCoin. */
  cost: number | null
  /** Set when failed. `gateway_message` is null when the gateway gave no reason. */
  failure: { gateway_message: string | null } | null
  /** The status word, when it is none that we know: the task then counts as still running. */
  unknown_status?: string
  /** The gateway gave a link that cannot be fetched (protocol §4.2). */
  link_problem?: 'no_scheme'
}

export type GatewayStatus = 'queued' | 'processing' | 'completed' | 'failed'

/** Protocol §4.1: what is documented, and what the author's own code also handles. */
const statusWords: Record<GatewayStatus, readonly string[]> = {
  queued: ['queued', 'pending', 'submitted', ''],
  processing: [
    'processing',
    'in_progress',
    'running',
    'created',
    'prompt_enhancing',
    'prompt_enhancement_checking',
    'image_downloading',
    '0',
  ],
  completed: ['completed', 'success', 'succeed', 'succeeded', '1'],
  failed: ['failed', 'error', 'failure', 'fail', 'cancelled', 'canceled', '2'],
}

const statusOfWord = new Map(
  Object.entries(statusWords).flatMap(([status, words]) =>
    words.map((word) => [word, status as GatewayStatus] as const),
  ),
)

/** The body of a paid create. Throws on an input that the schema would have refused. */
export function toCreateBody(input: TaskInput, model: Model): GatewayCreateBody {
  const fields = Object.entries(createBody(input, model))
  return createBodySchema.parse(Object.fromEntries(fields.filter(([, value]) => !isEmpty(value))))
}

/** What a create or a query said of the task's id and status; null when `raw` tells of no task. */
export function toTask(raw: unknown): GatewayTask | null {
  const task = taskSchema.safeParse(raw)
  return task.success && (taskIdOf(task.data) !== null || task.data.status != null)
    ? task.data
    : null
}

/** Documented as `task_id`; `id` and `taskId` are seen as well (protocol §2.3). */
export function taskIdOf(task: GatewayTask): string | null {
  return firstText(task.task_id, task.taskId, task.id)
}

/** `now` is the time of the look. */
export function toObservation(task: GatewayTask, now: Date): Observation {
  const word = toText(task.status)?.toLowerCase() ?? ''
  const known = statusOfWord.get(word)
  const status = known ?? 'processing'
  const ended = status === 'completed' || status === 'failed'
  const link = firstText(
    ...[task.result, task].flatMap((place) => [place?.video_url, place?.url, place?.mediaUrl]),
  )
  const fetchable = link !== null && /^https?:\/\//i.test(link)
  return {
    status,
    progress: toProgress(status, toNumber(task.progress)),
    link: fetchable ? link : null,
    created_at: toTime(task.created_at),
    completed_at: ended ? (toTime(task.completed_at) ?? now) : null,
    cost: toNumber(task.cost),
    failure: status === 'failed' ? { gateway_message: toReason(task, word) } : null,
    ...(known === undefined && { unknown_status: word }),
    ...(link !== null && !fetchable && { link_problem: 'no_scheme' as const }),
  }
}

/** 1–99 while running: a clip that is not there yet is never shown as done (protocol §4.1). */
function toProgress(status: GatewayStatus, said: number | null): number {
  switch (status) {
    case 'completed':
      return 100
    case 'processing':
      return Math.min(Math.max(Math.round(said ?? 0), 0), 99)
    default:
      return 0
  }
}

/** A task that was cancelled without a reason has its status word for one. */
function toReason(task: GatewayTask, word: string): string | null {
  const said = [task.error_message, task.error_msg, task.reason, task.message, task.error]
    .map(reasonText)
    .find((text) => text !== null)
  return said ?? (word.startsWith('cancel') ? word : null)
}

export function reasonText(reason: GatewayReason): string | null {
  if (reason === null || reason === undefined) return null
  return typeof reason === 'string' ? toText(reason) : firstText(reason.message, reason.msg)
}

/** Times are Unix seconds in every example; milliseconds and ISO texts are guarded against (§4). */
export function toTime(value: GatewayScalar): Date | null {
  const number = toNumber(value)
  const milliseconds =
    number === null ? Date.parse(toText(value) ?? '') : number < 1e12 ? number * 1_000 : number
  return milliseconds > 0 && milliseconds < 8.64e15 ? new Date(milliseconds) : null
}

export function toNumber(value: GatewayScalar): number | null {
  const text = toText(value)
  return text !== null && Number.isFinite(Number(text)) ? Number(text) : null
}

export function firstText(...values: readonly GatewayScalar[]): string | null {
  return values.map(toText).find((text) => text !== null) ?? null
}

function toText(value: GatewayScalar): string | null {
  return value === null || value === undefined ? null : String(value).trim() || null
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
