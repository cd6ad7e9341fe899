import 'server-only'
import type { TaskWarning } from '@/lib/schemas/task'
import type { Context } from '@/lib/server/context'
import { readFailure } from '@/lib/server/gateway/failure-book'
import type { Observation } from '@/lib/server/gateway/translate'
import { readWarnings } from '@/lib/server/tasks/dto'
import { forward } from '@/lib/server/tasks/state'
import type { TaskChange, TaskRow } from '@/lib/server/tasks/store'
import { doubtMaterial } from './material'
import { after, askDelay } from './schedule'
import { typicalSeconds, writeTask } from './store'

/** The gateway keeps a result for about three days (protocol §4.2). */
const linkLifeMilliseconds = 3 * 24 * 3600 * 1000

/** Right after a create the gateway may not know its own task yet (protocol §4.3). */
const graceSeconds = 10

/** Asks the gateway how a running task stands and writes down what it said. */
export async function ask(context: Context, row: TaskRow): Promise<void> {
  const { gatewayTaskId } = row
  if (!gatewayTaskId) throw new Error(`Task ${row.id} runs without a gateway task id.`)
  const outcome = await context.gateway.query(gatewayTaskId)
  if (outcome.kind === 'observed') {
    await writeTask(context.db, row, await observe(context, row, outcome.observation))
    return
  }
  const patient = outcome.kind === 'not_found' && age(context, row) < graceSeconds
  const retryAfter = outcome.kind === 'retry' ? (outcome.retry_after ?? null) : null
  await writeTask(
    context.db,
    row,
    await askAgain(context, row, patient ? 0 : row.attempts + 1, retryAfter),
  )
}

async function observe(context: Context, row: TaskRow, seen: Observation): Promise<TaskChange> {
  const cost = seen.cost === null ? {} : { actual: seen.cost }
  if (seen.unknown_status) {
    context.log.warn({ task: row.id, status: seen.unknown_status }, 'an unknown status word')
  }

  if (seen.status === 'failed') {
    const said = seen.failure?.gateway_message ?? null
    const failure = readFailure(said, { accepted: true, cost: seen.cost })
    await doubtMaterial(context, row, failure)
    return {
      ...cost,
      status: 'failed',
      progress: 0,
      failure,
      completedAt: endOf(context, row, seen),
      dueAt: null,
    }
  }

  if (seen.status === 'completed' && seen.link) {
    const completedAt = endOf(context, row, seen)
    return {
      ...cost,
      status: 'completed',
      progress: 100,
      processingAt: row.processingAt ?? completedAt,
      completedAt,
      archive: 'pending',
      linkUrl: seen.link,
      linkExpiresAt: new Date(completedAt.getTime() + linkLifeMilliseconds),
      attempts: 0,
      dueAt: context.clock.now(),
    }
  }

  // Completed without a usable link counts as running: the link may follow, and the clip is paid for.
  const linkless = seen.status === 'completed'
  const running = forward(
    row.status === 'processing' ? 'processing' : 'queued',
    seen.status === 'queued' ? 'queued' : 'processing',
  )
  return {
    ...cost,
    ...(await askAgain(context, row, linkless ? row.attempts + 1 : 0, null)),
    status: running,
    progress: Math.max(row.progress, seen.progress),
    processingAt: row.processingAt ?? (running === 'processing' ? context.clock.now() : null),
    warnings: seen.link_problem ? withLinkWarning(row) : undefined,
  }
}

async function askAgain(
  context: Context,
  row: TaskRow,
  failures: number,
  retryAfter: number | null,
): Promise<TaskChange> {
  const typical = await typicalSeconds(context.db, row.model)
  const delay = askDelay({ age: age(context, row), typical, failures, retryAfter })
  return { attempts: failures, dueAt: after(context, delay) }
}

/** Seconds of the gateway's time since it accepted the task. */
function age(context: Context, row: TaskRow): number {
  const since = (row.submittedAt ?? row.createdAt).getTime()
  return ((context.clock.now().getTime() - since) * context.pace) / 1000
}

/** The gateway's own time of the end, unless it cannot be true. */
function endOf(context: Context, row: TaskRow, seen: Observation): Date {
  const now = context.clock.now()
  const said = seen.completed_at
  const possible = said && said <= now && said >= (row.submittedAt ?? row.createdAt)
  return possible ? said : now
}

function withLinkWarning(row: TaskRow): TaskWarning[] {
  const others = readWarnings(row).filter(({ code }) => code !== 'link_without_scheme')
  return [
    ...others,
    {
      field: '_',
      code: 'link_without_scheme',
      message:
        'The gateway finished this clip but gave a link that cannot be fetched. We keep asking.',
    },
  ]
}
