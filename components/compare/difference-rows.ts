import { outputFacts, shownCost } from '@/components/tasks/task-facts'
import { modeOf } from '@/lib/models/capabilities'
import type { Task } from '@/lib/schemas/task'
import { mediaFields, type MediaField } from '@/lib/models/task-input'

export const settingRows = [
  'model',
  'prompt',
  'mode',
  'ratio',
  'resolution',
  'seconds',
  ...mediaFields,
  'author',
  'charged',
  'making',
] as const
export type SettingRow = (typeof settingRows)[number]

const isMedia = (row: SettingRow): row is MediaField => mediaFields.some((field) => field === row)

/** What makes two tasks the same in a row. */
function valueOf(task: Task, row: SettingRow): string {
  if (isMedia(row)) return JSON.stringify([task.input[row] ?? []].flat())
  switch (row) {
    case 'model':
      return task.model
    case 'prompt':
      return task.input.prompt.trim()
    case 'mode':
      return modeOf(task.input)
    case 'author':
      return task.author.id
    case 'charged':
      return String(shownCost(task))
    case 'making':
      return String(makingSeconds(task))
    default:
      return String(outputFacts(task)[row])
  }
}

/** Whole seconds from the gateway's yes to its clip; null while unknown. */
export function makingSeconds({ submitted_at, created_at, completed_at }: Task): number | null {
  if (completed_at === null) return null
  const since = Date.parse(completed_at) - Date.parse(submitted_at ?? created_at)
  return Math.max(0, Math.round(since / 1000))
}

/** The rows in which the tasks differ, and those in which they are the same; what none has is in neither. */
export function settingDifferences(tasks: readonly Task[]): {
  differ: SettingRow[]
  same: SettingRow[]
} {
  const present = settingRows.filter(
    (row) => !isMedia(row) || tasks.some(({ input }) => [input[row] ?? []].flat().length > 0),
  )
  const isSame = (row: SettingRow) => new Set(tasks.map((task) => valueOf(task, row))).size === 1
  return { differ: present.filter((row) => !isSame(row)), same: present.filter(isSame) }
}

export type Best = { at: number; times: number }

/** The one smallest amount of all, and how many times the next goes into it; null for a tie or an unknown. */
export function leastOf(amounts: readonly (number | null)[]): Best | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length < amounts.length || known.length < 2) return null
  const [least = 0, next = 0] = known.toSorted((a, b) => a - b)
  if (least === next) return null
  return { at: amounts.indexOf(least), times: least > 0 ? next / least : Infinity }
}
