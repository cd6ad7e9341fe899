import type { InputIssue } from './input-issue'
import { judgeInput } from './judge-input'
import { judgeMedia } from './judge-media'
import type { FactsOf } from './media-facts'
import type { Settings } from './settings'
import type { TaskInput } from './task-input'

/**
 * What `judgeInput` says, with the limits of the material itself: `factsOf` opens them, and what it
 * knows nothing of is not held to them.
 */
export function judge(
  input: Partial<TaskInput>,
  settings: Settings,
  factsOf: FactsOf = () => undefined,
): InputIssue[] {
  return judgeInput(input, settings, { factsOf, judgeMedia })
}
