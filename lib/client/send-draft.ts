import type { QueryClient } from '@tanstack/react-query'
import { getModel } from '@/lib/models/capabilities'
import { estimate, firstClipSeconds } from '@/lib/models/estimate'
import type { Member } from '@/lib/models/member'
import type { TaskInput } from '@/lib/models/task-input'
import { ApiError } from './api'
import { approvalOf } from './approval'
import { createTasks } from './create-tasks'
import { keepAttempt } from './draft'
import { attemptFor } from './draft-attempt'
import type { OpenDraft } from './draft-state'
import { mediaKeys } from './media-queries'
import { factsOf, knownMedia } from './media-store'
import { modelsQuery } from './models'

/**
 * Sends a draft: one create per take, each with its own key, kept until the answer is known.
 * Where its material is still in review it waits at the server. Throws `ApiError`.
 */
export async function sendDraft(
  client: QueryClient,
  author: Member,
  { id, draft, attempt: pending }: OpenDraft,
  input: TaskInput,
): Promise<void> {
  const attempt = attemptFor(pending, input, draft.takes, () => crypto.randomUUID())
  const model = getModel(input.model)
  const prices = client.getQueryData(modelsQuery.queryKey)?.prices
  const clip = firstClipSeconds(input, factsOf)
  const price = model && prices ? (estimate(input, model, prices, clip)?.amount ?? null) : null
  const requests = attempt.keys.map((key) => ({ key, input, estimate: price }))
  keepAttempt(id, attempt)
  try {
    const waits = approvalOf(input, knownMedia) !== null
    await createTasks(client, requests, { author, group: attempt.group, waits })
    // What was never handed in went to review with it.
    if (waits) void client.invalidateQueries({ queryKey: mediaKeys.all })
    keepAttempt(id, null)
  } catch (error) {
    // These keys belong to another input; any other refusal leaves them unused and good.
    const mismatch = error instanceof ApiError && error.code === 'idempotency_mismatch'
    if (mismatch) keepAttempt(id, null)
    throw error
  }
}
