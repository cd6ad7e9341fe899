import 'server-only'
import { createHash } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { getModel } from '@/lib/models/capabilities'
import { estimate, firstClipSeconds } from '@/lib/models/estimate'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Member } from '@/lib/models/member'
import { checkInput } from '@/lib/schemas/check-input'
import { taskInputShape, tidy } from '@/lib/schemas/task-input'
import type { Context } from '@/lib/server/context'
import { mediaFactsOf } from '@/lib/server/media-items/service'
import { mediaIdsOf } from './material'
import { planMaterial } from './plan-material'
import { findTaskByKey, insertTask, isMissingMedia, type TaskRow } from './store'

export type CreateRequest = {
  author: Member
  body: unknown
  idempotencyKey: string
  takeGroup: string | null
  /** Wait for the approval of the material instead of refusing the input for it. */
  mayWait: boolean
}

/**
 * Judges the input, and writes the intent down before anything is paid. The same key finds the same
 * task for ever, whatever has become of its material since. Throws `invalid_input`,
 * `idempotency_mismatch`.
 */
export async function createTask(
  context: Context,
  request: CreateRequest,
): Promise<{ row: TaskRow; created: boolean }> {
  const { author, body, idempotencyKey, takeGroup, mayWait } = request
  const factsOf = await factsFor(context, body)
  const checked = checkInput(body, context.settings, factsOf)
  if (!checked.ok) {
    throw new AppError('invalid_input', 'Some fields need attention.', { fields: checked.fields })
  }
  const { input, warnings } = checked
  const model = getModel(input.model)
  if (!model) throw new Error(`A valid input names the unknown model ${input.model}.`)

  const inputHash = hashOf(input)
  const known = await findTaskByKey(context.db, author.id, idempotencyKey)
  if (known) return { row: theSame(known, inputHash), created: false }

  const plan = await planMaterial(context, input, { mayWait })
  const now = context.clock.now()
  const price = await context.prices.list()
  const task = {
    authorId: author.id,
    idempotencyKey,
    inputHash,
    takeGroup,
    model: model.id,
    line: model.line,
    input,
    prompt: input.prompt,
    warnings,
    status: plan.approval ? ('waiting' as const) : ('submitting' as const),
    createdAt: now,
    dueAt: now,
    estimate: price && estimate(input, model, price, firstClipSeconds(input, factsOf))?.amount,
  }
  try {
    const { row, created } = await insertTask(context.db, task, plan)
    return { row: theSame(row, inputHash), created }
  } catch (error) {
    // Deleted since it was looked at: looking again says which.
    if (isMissingMedia(error)) await planMaterial(context, input, { mayWait })
    throw error
  }
}

/** What is known of the items that a body names, if it has the shape of an input. */
async function factsFor(context: Context, body: unknown): Promise<FactsOf> {
  const shaped = taskInputShape.safeParse(tidy(body))
  const ids = shaped.success ? mediaIdsOf(shaped.data) : []
  return ids.length === 0 ? () => undefined : mediaFactsOf(context, ids)
}

function theSame(row: TaskRow, inputHash: string): TaskRow {
  if (row.inputHash === inputHash) return row
  throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used with another input.')
}

/** SHA-256 over the input with its keys in order, so that the order they were sent in does not matter. */
function hashOf(input: object): string {
  const ordered = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
