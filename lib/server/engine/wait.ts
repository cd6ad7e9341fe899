import 'server-only'
import { isUnderWay } from '@/lib/models/asset-status'
import { findMaterial } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import { ownFailure } from '@/lib/server/gateway/failure-book'
import { readInput } from '@/lib/server/tasks/dto'
import { mediaIdsOf } from '@/lib/server/tasks/material'
import { libraryOf } from '@/lib/server/tasks/approval'
import type { TaskRow } from '@/lib/server/tasks/store'
import { after } from './schedule'
import { writeTask } from './store'

/** An asset that ends wakes its tasks; this is for the one that never does. */
const lookAgainSeconds = 60

/**
 * Sends a task on its way once all its material is active, and ends it, uncharged, as soon as one
 * item cannot become so.
 */
export async function wait(context: Context, row: TaskRow): Promise<void> {
  const library = libraryOf(row.model)
  const items = await findMaterial(context.db, mediaIdsOf(readInput(row)))
  const states = items.map(({ name, assets }) => {
    const asset = assets.find((one) => one.library === library)
    return { name, status: asset?.status ?? 'failed', reason: asset?.reason ?? null }
  })
  const now = context.clock.now()
  const refused = states.find(({ status }) => status !== 'active' && !isUnderWay(status))
  if (refused) {
    return writeTask(context.db, row, {
      status: 'failed',
      failure: ownFailure('asset_refused', { name: refused.name, words: refused.reason }),
      actual: 0,
      completedAt: now,
      dueAt: null,
    })
  }
  const ready = states.every(({ status }) => status === 'active')
  return writeTask(
    context.db,
    row,
    ready
      ? { status: 'submitting', attempts: 0, dueAt: now }
      : { dueAt: after(context, lookAgainSeconds) },
  )
}
