import { invented } from './invented'
import { modelRules, type Count, type ModelRules } from './model-rules'

/** A create request that was accepted, with the gateway's defaults filled in. */
export type AcceptedInput = {
  model: string
  prompt: string
  duration: number
  resolution: string
  ratio: string
  images: string[]
  first_image: string | null
  last_image: string | null
  reference_videos: string[]
  reference_audios: string[]
}

export type ValidationContext = {
  /** Enforces rules that are only inferred (evidence U, V) as well. */
  strict: boolean
  fullMaxSeconds: 12 | 15
  /** Whether `asset://id` may be used, by library. */
  isActive(library: 'audit' | 'sp', id: string): boolean
  /** Links to our own uploads and to servers under development are plain http and count as https. */
  isNear(url: string): boolean
}

export type Validation = { ok: true; input: AcceptedInput } | { ok: false; msg: string }

class Refusal extends Error {}

function refuse(message: string): never {
  throw new Refusal(message)
}

/** Judges the JSON body of a create by protocol §2 and §3. Fields it does not know are ignored. */
export function validateCreate(body: unknown, context: ValidationContext): Validation {
  try {
    return { ok: true, input: accept(body, context) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, msg: error.message }
    throw error
  }
}

function accept(body: unknown, context: ValidationContext): AcceptedInput {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    refuse(invented('the body must be a JSON object'))
  }
  const fields = body as Record<string, unknown>
  const model = text(fields, 'model') ?? refuse(invented('model is required'))
  const rules = Object.hasOwn(modelRules, model) ? modelRules[model] : undefined
  if (rules === undefined) refuse('不支持的模型参数')

  const input: AcceptedInput = {
    model,
    prompt: promptOf(fields, rules),
    duration: durationOf(fields, rules, context),
    resolution: resolutionOf(fields, rules),
    ratio: ratioOf(fields, rules),
    images: list(fields, 'images'),
    first_image: text(fields, 'first_image'),
    last_image: text(fields, 'last_image'),
    reference_videos: list(fields, 'reference_videos'),
    reference_audios: list(fields, 'reference_audios'),
  }
  checkCombination(input, rules, context.strict)
  checkReferences(input, rules, context)
  return input
}

/** Absent, null and '' are the same to a server that decodes into plain structs. */
function text(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') refuse(invented(`${name} must be a string`))
  return value
}

function list(fields: Record<string, unknown>, name: string): string[] {
  const value = fields[name]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) refuse(invented(`${name} must be a list of strings`))
  return value.map((item: unknown, index) => {
    if (typeof item !== 'string' || item === '') {
      refuse(invented(`${name}[${index}] must be a link`))
    }
    return item
  })
}

function promptOf(fields: Record<string, unknown>, rules: ModelRules): string {
  const prompt = text(fields, 'prompt')
  if (prompt === null || prompt.trim() === '') refuse(invented('prompt is required'))
  if (rules.promptMax !== null && Array.from(prompt).length > rules.promptMax) {
    refuse(invented(`prompt must have at most ${rules.promptMax} characters`))
  }
  return prompt
}

function durationOf(
  fields: Record<string, unknown>,
  rules: ModelRules,
  { fullMaxSeconds }: ValidationContext,
): number {
  const duration = fields.duration ?? 5
  const [min, stated] = rules.seconds
  const max = rules.library === 'audit' ? fullMaxSeconds : stated
  if (typeof duration !== 'number' || !Number.isInteger(duration)) {
    refuse(invented('duration must be a whole number of seconds'))
  }
  if (duration < min || duration > max) {
    refuse(invented(`duration must be between ${min} and ${max}`))
  }
  return duration
}

function resolutionOf(fields: Record<string, unknown>, rules: ModelRules): string {
  const asked = text(fields, 'resolution')
  if (rules.resolutionBy === 'fixed') return rules.resolutions[0] ?? '720p'
  const resolution = asked ?? '720p'
  if (!rules.resolutions.includes(resolution)) {
    refuse(invented(`resolution must be one of ${rules.resolutions.join(', ')}`))
  }
  return resolution
}

/** `ratio` wins over `orientation` (§2.1). `Adaptive` is read in any case (§3.2). */
function ratioOf(fields: Record<string, unknown>, rules: ModelRules): string {
  const orientation = text(fields, 'orientation')
  if (orientation !== null && orientation !== 'landscape' && orientation !== 'portrait') {
    refuse(invented('orientation must be landscape or portrait'))
  }
  const asked = text(fields, 'ratio')
  if (asked === null) return orientation === 'portrait' ? '9:16' : '16:9'
  const ratio = rules.ratios.find((known) => known.toLowerCase() === asked.toLowerCase())
  return ratio ?? refuse(invented(`ratio must be one of ${rules.ratios.join(', ')}`))
}

function checkCombination(input: AcceptedInput, rules: ModelRules, strict: boolean): void {
  const { images, first_image, last_image, reference_videos, reference_audios } = input
  const frames = [first_image, last_image].filter((frame) => frame !== null)
  const inForce = (evidence: 'stated' | 'inferred' | 'allowed') =>
    evidence === 'stated' || (evidence === 'inferred' && strict)

  // X1
  if (images.length > 0 && frames.length > 0) {
    refuse(invented('images cannot be combined with first_image or last_image'))
  }
  // X2
  if (rules.frames === 'pair' && frames.length === 1) {
    refuse(invented('first_image and last_image must come together'))
  }
  // X14
  if (strict && rules.frames === 'first' && first_image === null && last_image !== null) {
    refuse(invented('last_image needs first_image'))
  }
  if (strict && frames.length > 0 && reference_videos.length > 0) {
    refuse(invented('frames cannot be combined with reference_videos'))
  }
  // X5–X8, X12 and the counts of §7.1
  const imageCount = images.length + (rules.framesCountAsImages ? frames.length : 0)
  checkCount('images', imageCount, rules.images, strict)
  checkCount('reference_videos', reference_videos.length, rules.videos, strict)
  checkCount('reference_audios', reference_audios.length, rules.audios, strict)

  if (reference_audios.length > 0) {
    // X4, X14
    if (frames.length > 0 && inForce(rules.audioWithFrames)) {
      refuse(invented('reference_audios cannot be combined with frames'))
    }
    // X3
    const company = images.length + frames.length + reference_videos.length
    if (company === 0 && inForce(rules.audioNeedsCompany)) {
      refuse(invented('reference_audios need an image, a video or a frame'))
    }
  }
  // X17
  const media = images.length + frames.length + reference_videos.length + reference_audios.length
  if (media === 0 && inForce(rules.promptAlone)) {
    refuse(invented('at least one reference is needed'))
  }
}

function checkCount(name: string, count: number, limit: Count, strict: boolean): void {
  if (limit === 'unlimited') return
  const max = 'stated' in limit ? limit.stated : strict ? limit.inferred : Infinity
  if (count <= max) return
  refuse(invented(max === 0 ? `${name} are not supported` : `at most ${max} ${name}`))
}

const imageLink = /\.(jpe?g|png|gif|webp|bmp|svg|tiff?|heic)$/i

function checkReferences(
  input: AcceptedInput,
  rules: ModelRules,
  context: ValidationContext,
): void {
  const references = {
    images: input.images,
    first_image: input.first_image === null ? [] : [input.first_image],
    last_image: input.last_image === null ? [] : [input.last_image],
    reference_videos: input.reference_videos,
    reference_audios: input.reference_audios,
  }
  for (const [field, values] of Object.entries(references)) {
    for (const value of values) checkReference(field, value, rules, context)
  }
}

/** X9–X11, X13, X16, as far as the text of a reference shows them. */
function checkReference(
  field: string,
  value: string,
  rules: ModelRules,
  context: ValidationContext,
): void {
  if (value.startsWith('asset://')) {
    const id = value.slice('asset://'.length)
    if (rules.library === 'undocumented' && !context.strict && id !== '') return
    if (rules.library === null || rules.library === 'undocumented') {
      refuse(invented(`${field}: asset:// is not supported`))
    }
    if (!context.isActive(rules.library, id)) {
      refuse(invented(`${field}: the asset is unknown or not Active`))
    }
    return
  }
  if (!rules.links) refuse(invented(`${field}: only asset:// of an audited asset is accepted`))
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || (url.protocol !== 'https:' && !context.isNear(value))) {
    refuse(invented(`${field}: a public https:// link is needed`))
  }
  if (
    field === 'reference_videos' &&
    rules.imageLinksAsVideos === 'refused' &&
    imageLink.test(url.pathname)
  ) {
    refuse(invented('reference_videos: image links belong in images'))
  }
  const isImage = field === 'images' || field === 'first_image' || field === 'last_image'
  const isGif = isImage && /\.gif$/i.test(url.pathname)
  if (isGif && rules.gifImages === 'inferred' && context.strict) {
    refuse(invented(`${field}: GIF is not supported`))
  }
}
