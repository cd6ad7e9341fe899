import { simulator } from './simulator'

/** Makes the task take so long that no machine, however busy, misses the middle of it. */
export function slowly(prompt: string): Promise<void> {
  return simulator.fault(
    { kind: 'slow', factor: 30 },
    { match: { prompt_includes: prompt }, times: 1 },
  )
}
