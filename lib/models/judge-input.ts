import { durationRange, getModel, type Model } from './capabilities'
import { Complaints } from './complaints'
import type { InputIssue } from './input-issue'
import { judgeMaterial } from './judge-material'
import type { judgeMedia } from './judge-media'
import type { FactsOf } from './media-facts'
import type { Settings } from './settings'
import type { TaskInput } from './task-input'

const unknown: FactsOf = () => undefined

/** Facts of the material, and what holds them against the model's limits. */
export type KnownMedia = { factsOf: FactsOf; judgeMedia: typeof judgeMedia }

/**
 * Everything that is wrong or in doubt with an input whose fields have the right types and whose
 * empty fields were dropped; an emptied number field comes as NaN. `model` is a param of every sentence.
 * Where nothing is known of the material, `media` is null.
 */
export function judgeInput(
  input: Partial<TaskInput>,
  settings: Settings,
  media: KnownMedia | null,
): InputIssue[] {
  const say = new Complaints(input.model ?? '')
  const model = input.model === undefined ? undefined : getModel(input.model)
  if (input.model === undefined) say.refuse('model', 'required')
  else if (model === undefined) say.refuse('model', 'unknown_model')
  judgePrompt(input, model, say)
  if (model === undefined) return say.issues
  judgeOutput(input, model, settings, say)
  judgeMaterial(input, model, media?.factsOf ?? unknown, say)
  media?.judgeMedia(input, model, media.factsOf, settings, say)
  return say.issues
}

/** Code points, which is how the limit is counted (protocol §10.6). */
export function promptLength(prompt: string): number {
  return [...prompt].length
}

function judgePrompt(
  { prompt = '' }: Partial<TaskInput>,
  model: Model | undefined,
  say: Complaints,
) {
  if (prompt.trim() === '') return say.refuse('prompt', 'required')
  const max = model?.prompt.max ?? 0
  const found = promptLength(prompt)
  if (max > 0 && found > max) say.refuse('prompt', 'prompt_too_long', { max, found })
}

/** Seconds, ratio and resolution are closed: what the table does not list is refused. */
function judgeOutput(
  { duration, ratio, resolution }: Partial<TaskInput>,
  model: Model,
  settings: Settings,
  say: Complaints,
) {
  const { min, max } = durationRange(model, settings)
  if (Number.isNaN(duration)) say.refuse('duration', 'not_whole_number')
  if (duration !== undefined && (duration < min || duration > max)) {
    say.refuse('duration', 'duration_out_of_range', { found: duration, min, max })
  }
  if (ratio !== undefined && !model.ratio.values.some((value) => value === ratio)) {
    const allowed = model.ratio.values.join(', ')
    say.refuse('ratio', 'ratio_not_offered', { found: ratio, allowed })
  }
  const { values, fixed } = model.resolution
  if (resolution !== undefined && !values.some((value) => value === resolution)) {
    const code = fixed ? 'resolution_fixed' : 'resolution_not_offered'
    say.refuse('resolution', code, { found: resolution, allowed: values.join(', ') })
  }
  for (const doubt of model.doubts) {
    if (doubt.about === 'duration_below' && duration !== undefined) {
      const { value } = doubt
      if (duration >= min && duration < value) {
        say.warn('duration', 'duration_in_doubt', { found: duration, min: value })
      }
    }
    if (doubt.about === 'resolution' && resolution === doubt.value) {
      say.warn('resolution', 'resolution_in_doubt', { found: resolution })
    }
  }
}
