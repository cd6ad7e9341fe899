import { catalog } from './catalog'
import type { LineId, ModelSpec, Scheme } from './model'
import { outputSize, type Size } from './output-size'
import type { Settings } from './settings'
import { frameFields, isFrame, listFields, modes } from './task-input'
import type { MediaField, Mode, TaskInput } from './task-input'

export type { LineId, Ratio, Resolution, Scheme } from './model'
export type { Mode } from './task-input'

export type ModelId = (typeof catalog)[number]['id']
export type Model = ModelSpec & { readonly id: ModelId }

export const models: readonly Model[] = catalog

const byId = new Map<string, Model>(models.map((model) => [model.id, model]))

export function getModel(id: string): Model | undefined {
  return byId.get(id)
}

/** What takes any link comes first; the line that takes approved assets only ends the list. */
const lineOrder = [
  ...(['sp_economy', 'sp_official', 'mini', 'mini_sp'] as const),
  ...(['md', 'fast_i2v', 'std', 'full'] as const),
]

/** The lines in display order, each with its models. */
export const lines: readonly { id: LineId; models: readonly Model[] }[] = lineOrder.map((id) => ({
  id,
  models: models.filter(({ line }) => line === id),
}))

/** Where the form starts: cheap, and fine with a prompt alone. */
export const defaultModel: ModelId = 'seedance2.0-mini'

/** The modes the model has material for; text alone is always one. */
export function modesOf(model: Model): Mode[] {
  const { frames, images, reference_videos, reference_audios } = model
  const room = images.max + reference_videos.max + reference_audios.max
  return modes.filter((mode) => {
    if (mode === 'frames') return frames.both[0] === true
    return mode === 'text' || room > 0
  })
}

/** The mode an input is in, told from its fields as the gateway does (protocol §2.2). */
export function modeOf(input: Partial<TaskInput>): Mode {
  if (frameFields.some((field) => input[field])) return 'frames'
  return listFields.some((field) => input[field]?.length) ? 'references' : 'text'
}

/** The material that the form offers in a mode: what the gateway may refuse is not built. */
export function fieldsOf(model: Model, mode: Mode): MediaField[] {
  if (mode === 'text') return []
  const framed = mode === 'frames'
  const sounds = !framed || model.frames.with_sounds[0] === true
  return [
    ...(framed ? frameFields : listFields.filter((field) => field !== 'reference_audios')),
    ...(sounds ? (['reference_audios'] as const) : []),
  ].filter((field) => roomFor(model, field) > 0)
}

/** How many references the form offers room for, inferred limits included. */
export function roomFor(model: Model, field: MediaField): number {
  return isFrame(field) ? 1 : model[field].max
}

/**
 * Whether a reference of this scheme may stand in a task's input for the model. What is ours may on
 * every one: the server turns it into what the model takes.
 */
export function takesScheme({ references }: Model, scheme: Scheme | 'media'): boolean {
  return scheme === 'media' || references.schemes.includes(scheme)
}

/** What the gateway will use: `ratio` wins over `orientation` (protocol §2.1), else the model's own. */
export function effectiveRatio(input: Partial<TaskInput>, model: Model): string {
  if (input.ratio) return input.ratio
  if (input.orientation) return input.orientation === 'portrait' ? '9:16' : '16:9'
  return model.ratio.default
}

export function effectiveResolution(input: Partial<TaskInput>, model: Model): string {
  if (model.resolution.fixed) return model.resolution.default
  return input.resolution || model.resolution.default
}

/** Pixels of the finished clip; null where nobody says (2k, Adaptive) or the model makes none such. */
export function outputPixels(model: Model, ratio: string, resolution: string): Size | null {
  const made =
    model.ratio.values.some((value) => value === ratio) &&
    model.resolution.values.some((value) => value === resolution)
  return made ? outputSize(ratio, resolution) : null
}

/** Whether a model takes nothing that its library has not approved (protocol §2.2 X9). */
export function needsApproval({ references }: Model): boolean {
  return references.library !== null && !references.schemes.includes('https')
}

/** Whole seconds, both ends included. */
export function durationRange(model: Model, settings: Settings): { min: number; max: number } {
  const { min, max, widens } = model.duration
  return { min, max: widens ? Math.max(max, settings.full_max_seconds) : max }
}
