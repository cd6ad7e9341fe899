import 'server-only'
import * as z from 'zod/mini'
import {
  doubtSchema,
  taskSchema,
  warningSchema,
  type Task,
  type TaskDoubt,
  type TaskWarning,
} from '@/lib/schemas/task'
import { taskInputShape, type TaskInput } from '@/lib/schemas/task-input'
import { mediaIdsOf } from './material'
import { isRunning, stalledAfterSeconds } from './state'
import type { TaskRow, TaskView } from './store'

/**
 * A row as the API shows it to one member. Parsed on the way out, so a column added later cannot leak; the
 * gateway's link never leaves the server.
 */
export function toTask(row: TaskView, now: Date): Task {
  return z.parse(taskSchema, {
    id: row.id,
    author: row.author,
    visibility: row.visibility,
    status: row.status,
    progress: row.progress,
    model: row.model,
    line: row.line,
    input: row.input,
    material: mediaIdsOf(readInput(row)),
    warnings: row.warnings,
    title: row.title,
    favourite: row.favourites.length > 0,
    tags: row.tags.map(({ tag }) => tag).sort(),
    notes: row._count.notes,
    picked_by: row.pickedBy,
    take_group: row.takeGroup,
    hidden: row.hiddenAt !== null,
    gateway_task_id: row.gatewayTaskId,
    created_at: row.createdAt.toISOString(),
    submitted_at: iso(row.submittedAt),
    processing_at: iso(row.processingAt),
    completed_at: iso(row.completedAt),
    stalled: isStalled(row, now),
    archive: {
      status: row.archive,
      saved_at: iso(row.savedAt),
      expires_at: row.archive === 'pending' ? iso(row.linkExpiresAt) : null,
    },
    result: row.status === 'completed' ? toResult(row) : null,
    cost: {
      estimate: row.estimate?.toNumber() ?? null,
      actual: row.actual?.toNumber() ?? null,
      unit: 'JimiCoin',
    },
    failure: row.status === 'failed' ? row.failure : null,
    doubt: row.status === 'unconfirmed' ? { ...readDoubt(row), reading: row.dueAt !== null } : null,
  })
}

function toResult(row: TaskRow): Task['result'] {
  const path = `/api/tasks/${row.id}`
  return {
    video_url: `${path}/video`,
    poster_url: row.posterKey ? `${path}/poster` : null,
    width: row.width,
    height: row.height,
    duration: row.duration,
    sound: row.sound,
    thumbhash: row.thumbhash,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
  }
}

function isStalled(row: TaskRow, now: Date): boolean {
  if (!isRunning(row.status) || !row.submittedAt) return false
  return now.getTime() - row.submittedAt.getTime() >= stalledAfterSeconds * 1000
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

/** The stored JSON of a row, parsed. Each throws when the row holds something else. */
export function readInput(row: TaskRow): TaskInput {
  return z.parse(taskInputShape, row.input)
}

export function readDoubt(row: TaskRow): TaskDoubt {
  return z.parse(doubtSchema, row.doubt)
}

export function readWarnings(row: TaskRow): TaskWarning[] {
  return z.parse(z.array(warningSchema), row.warnings)
}
