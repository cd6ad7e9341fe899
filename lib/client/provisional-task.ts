import { getModel } from '@/lib/models/capabilities'
import type { Member } from '@/lib/models/member'
import type { TaskInput } from '@/lib/schemas/task-input'
import type { Task } from '@/lib/schemas/task'

export type CreateRequest = {
  /** The idempotency key: the same key may be sent again at any time and creates nothing twice. */
  key: string
  input: TaskInput
  /** JimiCoin, as the form showed it. */
  estimate?: number | null
}

const prefix = 'pending:'

/** The card that stands in for a task until the server has answered. */
export function provisionalTask(
  author: Member,
  { key, input, estimate = null }: CreateRequest,
  group: string | null,
  now: number,
): Task {
  return {
    id: prefix + key,
    author: { id: author.id, name: author.name },
    visibility: 'team',
    status: 'submitting',
    progress: 0,
    model: input.model,
    line: getModel(input.model)?.line ?? '',
    input,
    material: [],
    warnings: [],
    title: null,
    favourite: false,
    tags: [],
    notes: 0,
    picked_by: null,
    take_group: group,
    hidden: false,
    gateway_task_id: null,
    created_at: new Date(now).toISOString(),
    submitted_at: null,
    processing_at: null,
    completed_at: null,
    stalled: false,
    archive: { status: 'none', saved_at: null, expires_at: null },
    result: null,
    cost: { estimate, actual: null, unit: 'JimiCoin' },
    failure: null,
    doubt: null,
  }
}

export function isProvisional(id: string): boolean {
  return id.startsWith(prefix)
}
