import { setTimeout as wait } from 'node:timers/promises'
import { complaintAbout } from './material/complaint'
import { referencesOf, type Material } from './material/material'
import { modelRules } from './model-rules'
import type { Ending, TaskRecord } from './records'
import type { World } from './route'
import type { AcceptedInput } from './validation'

/** How long a query waits for material that is on its way, in milliseconds of real time. */
const patience = 1_000

export type TaskMaterial = {
  /** Fetches what the input names, and says what is wrong with it. */
  examine(input: AcceptedInput): Promise<{ material: Material[]; complaint: string | null }>
  /** Fetches what a task names in the background; what is wrong with it becomes its failure. */
  gather(task: TaskRecord): void
  /** Begins again what an earlier run did not finish. */
  resume(): void
  /** Resolves when a task's material is there, or when it takes too long. */
  ready(id: string): Promise<void>
}

/**
 * The live gateway takes any link and fails the task once it looks at it: all that §8.1 knows of
 * bad material was seen in `error_message` of charged tasks. So a task's material is fetched after
 * its create was answered, and the task does not end before. In strict mode the create waits and
 * refuses instead.
 */
export function createTaskMaterial({
  state,
  media,
  collector,
  strict,
  refundDelayMs,
}: Pick<World, 'state' | 'media' | 'collector' | 'strict' | 'refundDelayMs'>): TaskMaterial {
  const underWay = new Map<string, Promise<void>>()

  async function examine(input: AcceptedInput) {
    const material = await collector.collect(referencesOf(input))
    const limits = modelRules[input.model]?.material ?? []
    return { material, complaint: complaintAbout(material, limits, strict) }
  }

  async function settle(task: TaskRecord): Promise<void> {
    const { material, complaint } = await examine(task.input)
    const ending = endingWith(task.ending, complaint, refundDelayMs)
    state.commit({ type: 'material', task_id: task.id, material, ending })
    if (ending.kind === 'completed') media.prepare(task)
  }

  function gather(task: TaskRecord): void {
    const job = settle(task)
      // Only closing ends it early; the next run begins it again.
      .catch(() => undefined)
      .finally(() => underWay.delete(task.id))
    underWay.set(task.id, job)
  }

  return {
    examine,
    gather,
    resume() {
      for (const task of state.tasks.values()) if (task.material === null) gather(task)
    },
    async ready(id) {
      const job = underWay.get(id)
      if (job === undefined) return
      await Promise.race([job, wait(patience, undefined, { ref: false })])
    },
  }
}

/** A scripted ending stays what it is. */
function endingWith(ending: Ending, complaint: string | null, refund_delay_ms: number): Ending {
  if (complaint === null || ending.kind !== 'completed') return ending
  return { kind: 'failed', error_message: complaint, refund_delay_ms }
}
