import { mediaListSchema } from '@/lib/schemas/media'
import type { Task } from '@/lib/schemas/task'
import type { Simulator } from '@/lib/simulator/simulator'
import type { Wanted } from './approval-clients'

type Ledgers = {
  asked: readonly Wanted[]
  simulator: Pick<Simulator, 'submissions' | 'tasks' | 'fetched'>
  tasks: readonly Task[]
  /** Items that were submitted and have no verdict. */
  assetsUnderWay: number
}

/** Ends of a task that say what to do next. */
const explained = new Set(['asset_refused', 'asset_not_approved', 'cancelled'])

/** What clients asked for, what the gateway recorded, and what the database says, together. */
export function joinApprovals({ asked, simulator, tasks, assetsUnderWay }: Ledgers) {
  const submissions = simulator.submissions()
  const created = simulator.tasks()
  const prompts = created.map(({ input }) => input.prompt)
  const rows = new Map(tasks.map((task) => [task.input.prompt, task]))
  const ended = ({ status, archive }: Task) =>
    status === 'failed' ||
    status === 'unconfirmed' ||
    (status === 'completed' && archive.status === 'saved')
  const failed = tasks.filter(({ status }) => status === 'failed')
  const fetched = simulator.fetched()
  const bytesOf = (id: string) =>
    fetched.flatMap(({ of, sha256 }) => ('task' in of && of.task === id ? [sha256] : []))
  const wantedBy = new Map(asked.map(({ key, sha256 }) => [key, sha256]))

  const found = {
    asked: asked.length,
    acknowledged: asked.filter(({ acknowledged }) => acknowledged).length,
    refused: asked.filter(({ refused }) => refused).length,
    submitted: submissions.length,
    submittedTwice: submissions.filter(({ asset_ids }) => asset_ids.length > 1).length,
    created: created.length,
    createdTwice: prompts.length - new Set(prompts).size,
    createdWithoutRow: prompts.filter((prompt) => !rows.has(prompt)).length,
    wrongBytes: created.filter(
      ({ id, input }) => String(bytesOf(id)) !== String(wantedBy.get(input.prompt)),
    ).length,
    acknowledgedAndLost: asked.filter(({ acknowledged, key }) => acknowledged && !rows.has(key))
      .length,
    forgotten: tasks.filter((task) => !ended(task)).length,
    assetsForgotten: assetsUnderWay,
    completed: tasks.filter(({ status }) => status === 'completed').length,
    failed: failed.length,
    unexplained: failed.filter(({ failure }) => !failure || !explained.has(failure.code)).length,
    unconfirmed: tasks.filter(({ status }) => status === 'unconfirmed').length,
  }
  const broken =
    found.submittedTwice +
      found.createdTwice +
      found.createdWithoutRow +
      found.wrongBytes +
      found.acknowledgedAndLost +
      found.forgotten +
      found.assetsForgotten +
      found.unexplained >
    0
  return { ...found, broken }
}

export function reportApprovals(found: ReturnType<typeof joinApprovals>, kills: number): string {
  return [
    `${kills} kills, ${found.asked} clips asked for (${found.acknowledged} acknowledged, ${found.refused} refused for an item that could not be approved)`,
    `items submitted: ${found.submitted}, twice: ${found.submittedTwice}`,
    `tasks created: ${found.created}, twice: ${found.createdTwice}, without a row: ${found.createdWithoutRow}, of other bytes: ${found.wrongBytes}`,
    `acknowledged and lost: ${found.acknowledgedAndLost}`,
    `forgotten tasks: ${found.forgotten}, forgotten items: ${found.assetsForgotten}`,
    `completed: ${found.completed}, failed: ${found.failed} (${found.unexplained} without saying what to do), unconfirmed: ${found.unconfirmed}`,
  ].join('\n')
}

/** How many items the server at this address still has under way. */
export async function countUnderWay(address: string): Promise<number> {
  const search = 'library=full&status=submitting,in_review&limit=100'
  const response = await fetch(`${address}/api/media?${search}`)
  return mediaListSchema.parse(await response.json()).data.length
}
