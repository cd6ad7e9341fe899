import 'server-only'
import { stalledAfterSeconds } from '@/lib/server/tasks/state'

/** Never ask the gateway about one task more often than this. */
export const askFloorSeconds = 5

/** How long a task takes when nothing has been learned about its model yet. */
const typicalWhenUnknown = 90

/** Looks at the early part, as shares of the typical time: enough to show progress, few enough to be cheap. */
const earlyLooks = [0.12, 0.35]
/** From this share on a task may end any moment. */
const watchFrom = 0.6

export type AskMoment = {
  /** Seconds since the gateway accepted the task. */
  age: number
  /** Median seconds that tasks of this model have taken, null while unknown. */
  typical: number | null
  /** Questions in a row that got no usable answer. */
  failures: number
  /** The gateway's own wish, seconds. */
  retryAfter: number | null
}

/** Seconds until the gateway is asked about a running task again. Pure; see protocol §4.3. */
export function askDelay({ age, typical, failures, retryAfter }: AskMoment): number {
  if (failures > 0) return Math.max(retryAfter ?? 0, backOff(failures, askFloorSeconds, 300))
  if (age >= 24 * 3600) return 600
  if (age >= stalledAfterSeconds) return 60

  const expected = typical ?? typicalWhenUnknown
  const marks = [...earlyLooks, watchFrom].map((share) => share * expected)
  const mark = marks.find((at) => at > age)
  if (mark !== undefined) return Math.max(askFloorSeconds, mark - age)

  const overdue = age - 2 * expected
  return overdue <= 0 ? askFloorSeconds : Math.min(30, askFloorSeconds + overdue / 10)
}

/** Most reviews end within minutes (protocol §5.2 asks 60 times, two seconds apart). */
const busyReviewSeconds = 5 * 60

/** Seconds until a library is asked about an item in review again; `age` is in seconds, too. Pure. */
export function reviewDelay({ age, failures, retryAfter }: Omit<AskMoment, 'typical'>): number {
  if (failures > 0) return Math.max(retryAfter ?? 0, backOff(failures, askFloorSeconds, 300))
  if (age < busyReviewSeconds) return askFloorSeconds
  if (age < stalledAfterSeconds) return 15
  return age < 24 * 3600 ? 60 : 600
}

/** Seconds to wait after `failures` in a row: doubling from `first`, at most `most`. */
export function backOff(failures: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.max(0, failures - 1))
}

/** The moment `seconds` of the gateway's time from now. */
export function after(context: { clock: { now(): Date }; pace: number }, seconds: number): Date {
  return new Date(context.clock.now().getTime() + (seconds * 1000) / context.pace)
}
