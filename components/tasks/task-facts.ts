import { effectiveRatio, effectiveResolution, getModel } from '@/lib/models/capabilities'
import type { Task } from '@/lib/schemas/task'

/** What a card says of a task's settings, with the gateway's defaults filled in. */
export type OutputFacts = { ratio: string; resolution: string; seconds: number }

const defaultSeconds = 5

export function outputFacts({ input }: Pick<Task, 'input'>): OutputFacts {
  const model = getModel(input.model)
  return {
    ratio: model ? effectiveRatio(input, model) : (input.ratio ?? '16:9'),
    resolution: model ? effectiveResolution(input, model) : (input.resolution ?? ''),
    seconds: input.duration ?? defaultSeconds,
  }
}

/** Width by height of the frame: measured where the clip is here, else as asked; unknown counts as 16:9. */
export function frameRatio(task: Pick<Task, 'input' | 'result'>): number {
  const { width, height } = task.result ?? {}
  if (width && height) return width / height
  const [across, down] = outputFacts(task).ratio.split(':').map(Number)
  return across && down ? across / down : 16 / 9
}

/** JimiCoin that the task cost or will cost; null when nobody knows. */
export function shownCost({ cost, status, failure }: Task): number | null {
  if (cost.actual !== null) return cost.actual
  if (status === 'failed' && failure?.charged === false) return 0
  return cost.estimate
}

export type CardState =
  | 'waiting'
  | 'submitting'
  | 'queued'
  | 'processing'
  | 'saving'
  | 'completed'
  | 'lost'
  | 'failed'
  | 'unconfirmed'

/** The state a person sees: a completed clip is "saving" until it is ours, and "lost" if it died before. */
export function cardState({ status, archive }: Pick<Task, 'status' | 'archive'>): CardState {
  if (status !== 'completed') return status
  if (archive.status === 'lost') return 'lost'
  return archive.status === 'saved' ? 'completed' : 'saving'
}

/** `1:12` from milliseconds; hours appear only when there are some. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
