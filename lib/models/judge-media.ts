import { roomFor, type Model } from './capabilities'
import type { Complaints } from './complaints'
import { formatName } from './format-name'
import { isTotal, type Bounds, type ItemLimit, type ItemRule } from './limit'
import type { ListLimit, ListRule, TotalLimit, TotalRule } from './limit'
import type { FactsOf, MediaFacts } from './media-facts'
import { uploadLimits } from './media-limits'
import { kindOfField } from './mentions'
import type { Settings } from './settings'
import { isFrame, mediaFields, type MediaField, type TaskInput } from './task-input'

const bytesPerMb = 1024 * 1024

/**
 * Holds what is known of the material against the model's limits: an item's own on its path, those
 * of all together on the list. What nothing is known of, a link, is not judged.
 */
export function judgeMedia(
  input: Partial<TaskInput>,
  model: Model,
  factsOf: FactsOf,
  settings: Settings,
  say: Complaints,
): void {
  for (const field of mediaFields) {
    if (roomFor(model, field) === 0) continue
    const kind = mediaKindOf(field)
    const limits = [...model.limits[kind], ...(settings.own_links ? [] : uploadLimits[kind])]
    const references = pathsOf(input, field)
    const fitting: MediaFacts[] = []
    for (const [path, reference] of references) {
      const facts = factsOf(reference)
      if (facts?.kind === kind) {
        fitting.push(facts)
        for (const limit of limits) if (!isTotal(limit)) judgeItem(limit, facts, path, say)
      } else if (facts !== undefined) {
        say.refuse(path, 'wrong_kind', { found: facts.kind, allowed: kind })
      }
    }
    const whole = fitting.length === references.length
    if (fitting.length === 0) continue
    for (const limit of limits) if (isTotal(limit)) judgeTotal(limit, fitting, whole, field, say)
  }
}

/** The kind of material that belongs into a field. */
export function mediaKindOf(field: MediaField): MediaFacts['kind'] {
  return isFrame(field) ? 'image' : kindOfField[field]
}

function pathsOf(input: Partial<TaskInput>, field: MediaField): [path: string, string][] {
  const value = input[field] ?? []
  if (typeof value === 'string') return [[field, value]]
  return value.map((reference, index) => [`${field}.${index}`, reference])
}

const named: Record<ListRule, (facts: MediaFacts) => string> = {
  type_not_taken: ({ type }) => type,
  upload_type_not_taken: ({ type }) => type,
  codec_not_taken: ({ codec }) => codec ?? '?',
}

/** The figures a rule is about, each of which must be within its bounds; none where it is not known. */
const figures: Record<ItemRule, (facts: MediaFacts) => (number | null)[]> = {
  bytes_over: ({ bytes }) => [bytes / bytesPerMb],
  upload_bytes_over: ({ bytes }) => [bytes / bytesPerMb],
  side_out_of_range: ({ width, height }) => [width, height],
  aspect_out_of_range: ({ width, height }) => [width && height && width / height],
  pixels_out_of_range: ({ width, height }) => [width && height && width * height],
  seconds_out_of_range: ({ duration }) => [duration],
  // 23.976 goes by the name of 24.
  fps_out_of_range: ({ fps }) => [fps && Math.round(fps)],
}

const sums: Record<TotalRule, (facts: MediaFacts) => number> = {
  total_seconds_over: ({ duration }) => duration ?? 0,
  total_seconds_under: ({ duration }) => duration ?? 0,
  total_bytes_over: ({ bytes }) => bytes / bytesPerMb,
}

function judgeItem(limit: ListLimit | ItemLimit, facts: MediaFacts, path: string, say: Complaints) {
  if ('values' in limit) {
    const found = named[limit.rule](facts)
    if (limit.values.includes(found)) return
    const allowed = limit.values.map(formatName).join(', ')
    return say.grade(path, limit.rule, limit.by, { found: formatName(found), allowed })
  }
  const { rule, by, ...bounds } = limit
  const found = figures[rule](facts)
    .map((figure) => (figure === null ? null : outside(figure, bounds)))
    .find((figure) => figure !== null)
  if (found !== undefined && found !== null) say.grade(path, rule, by, { found, ...bounds })
}

/** `whole`: the facts of all items are known; else the sum may still grow. */
function judgeTotal(
  { rule, by, ...bounds }: TotalLimit,
  items: readonly MediaFacts[],
  whole: boolean,
  field: MediaField,
  say: Complaints,
) {
  const total = items.reduce((sum, facts) => sum + sums[rule](facts), 0)
  const found = outside(total, bounds)
  if (found === null || (!whole && found < (bounds.min ?? 0))) return
  say.grade(field, rule, by, { found, ...bounds })
}

/**
 * Null within the bounds; else the figure with two decimals, rounded away from the bound, so that
 * no sentence says "15 found, 15 allowed". Below a millionth is the noise of adding seconds up.
 */
function outside(figure: number, { min = 0, max = Infinity }: Bounds): number | null {
  const exact = Number(figure.toFixed(6))
  const hundredths = Number((exact * 100).toFixed(4))
  if (exact > max) return Math.ceil(hundredths) / 100
  return exact < min ? Math.floor(hundredths) / 100 : null
}
