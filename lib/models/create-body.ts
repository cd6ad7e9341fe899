import type { Model } from './capabilities'
import type { TaskInput } from './task-input'

/**
 * What the gateway is sent for a valid input: its own fields and nothing added, save that `duration`
 * is always said (protocol §2.1) and `resolution` is not where the model's name fixes it (§3.1).
 */
export function createBody(
  { resolution, duration, ...rest }: TaskInput,
  model: Model,
): TaskInput & { duration: number } {
  return {
    ...rest,
    duration: duration ?? model.duration.default,
    ...(resolution && !model.resolution.fixed ? { resolution } : {}),
  }
}
