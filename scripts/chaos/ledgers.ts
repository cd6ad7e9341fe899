import type { Task } from '@/lib/schemas/task'
import type { Simulator } from '@/lib/simulator/simulator'
import type { Asked } from './clients'

type Ledgers = {
  asked: readonly Asked[]
  charges: ReturnType<Simulator['ledger']>
  created: ReturnType<Simulator['tasks']>
  tasks: readonly Task[]
}

/** What the three ledgers say together. Counts of creations unless named otherwise. */
export function joinLedgers({ asked, charges, created, tasks }: Ledgers) {
  const promptOf = new Map(created.map((task) => [task.id, task.input.prompt]))
  const chargedPrompts = charges
    .filter(({ kind }) => kind === 'charge')
    .map(({ task_id }) => promptOf.get(task_id) ?? task_id)
  const chargedIds = new Set(charges.map(({ task_id }) => task_id))
  const rowPrompts = new Set(tasks.map((task) => task.input.prompt))
  const rowKeys = new Set(tasks.map((task) => keyOf(task.input.prompt)))
  const unconfirmed = tasks.filter(({ status }) => status === 'unconfirmed')
  const wasCharged = (task: Task) => chargedPrompts.includes(task.input.prompt)

  const found = {
    asked: asked.length,
    acknowledged: asked.filter(({ acknowledged }) => acknowledged).length,
    rows: tasks.length,
    charges: chargedPrompts.length,
    chargedTwice: chargedPrompts.length - new Set(chargedPrompts).size,
    chargesWithoutRow: chargedPrompts.filter((prompt) => !rowPrompts.has(prompt)).length,
    falseClaims: tasks.filter(({ gateway_task_id: id }) => id !== null && !chargedIds.has(id))
      .length,
    acknowledgedAndLost: asked.filter((one) => one.acknowledged && !rowKeys.has(one.key)).length,
    completed: tasks.filter(({ status }) => status === 'completed').length,
    failed: tasks.filter(({ status }) => status === 'failed').length,
    unconfirmed: unconfirmed.length,
    unconfirmedWithoutEvidence: unconfirmed.filter(({ doubt }) => doubt?.sent_at === undefined)
      .length,
    wrongVerdicts: unconfirmed.filter((task) => isWrong(task, wasCharged(task))).length,
    verdicts: unconfirmed.filter(({ doubt }) => doubt?.verdict !== 'unclear').length,
  }
  const broken =
    found.chargedTwice +
      found.chargesWithoutRow +
      found.falseClaims +
      found.acknowledgedAndLost +
      found.unconfirmedWithoutEvidence +
      found.wrongVerdicts >
    0
  return { ...found, broken }
}

function keyOf(prompt: string): string {
  return prompt.split(' ')[0] ?? prompt
}

function isWrong({ doubt }: Task, charged: boolean): boolean {
  return (doubt?.verdict === 'charged' && !charged) || (doubt?.verdict === 'not_charged' && charged)
}

export function report(found: ReturnType<typeof joinLedgers>, kills: number): string {
  return [
    `${kills} kills, ${found.asked} tasks asked for (${found.acknowledged} acknowledged), ${found.rows} rows, ${found.charges} charges`,
    `charged twice: ${found.chargedTwice}`,
    `charges without a row: ${found.chargesWithoutRow}`,
    `rows that claim a charge that did not happen: ${found.falseClaims}`,
    `acknowledged and lost: ${found.acknowledgedAndLost}`,
    `completed: ${found.completed}, failed: ${found.failed}, unconfirmed: ${found.unconfirmed}`,
    `unconfirmed without evidence: ${found.unconfirmedWithoutEvidence}`,
    `verdicts of the meter: ${found.verdicts} given, ${found.wrongVerdicts} wrong`,
  ].join('\n')
}
