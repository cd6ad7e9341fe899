import { factsOf } from '@/lib/client/media-store'
import { durationRange, lines, type LineId, type Model } from '@/lib/models/capabilities'
import type { Draft } from '@/lib/models/draft'
import { estimate, firstClipSeconds, unitPriceRange, type PriceList } from '@/lib/models/estimate'
import { fitToModel } from '@/lib/models/fit-to-model'
import type { MentionKind } from '@/lib/models/mentions'
import type { Settings } from '@/lib/models/settings'
import { kindsOf } from './reference-kinds'

export type PickerRow = {
  model: Model
  seconds: { min: number; max: number }
  unitPrice: ReturnType<typeof unitPriceRange>
  /** What the present draft would cost there; null when the price is not known. */
  now: { amount: number; atLeast: boolean } | null
  /** What a switch would set aside. */
  aside: { kind: MentionKind | 'frame'; count: number }[]
  /** The first clip's seconds would be billed too. */
  billsClip: boolean
  /** The prices are known and this model is not among them. */
  unpriced: boolean
}

function countsOf({ input }: Draft): Record<MentionKind | 'frame', number> {
  return {
    frame: [input.first_image, input.last_image].filter((frame) => frame !== '').length,
    image: input.images.length,
    video: input.reference_videos.length,
    audio: input.reference_audios.length,
  }
}

/** The table of the picker for one draft: each model with what a switch to it would mean. */
export function pickerRows(
  draft: Draft,
  prices: PriceList | null | undefined,
  settings: Settings,
): Map<LineId, PickerRow[]> {
  const before = countsOf(draft)
  const rowOf = (model: Model): PickerRow => {
    const there =
      model.id === draft.input.model ? draft : fitToModel(draft, model.id, settings).draft
    const after = countsOf(there)
    const price = prices
      ? estimate(there.input, model, prices, firstClipSeconds(there.input, factsOf))
      : null
    const unitPrice = prices ? unitPriceRange(model, prices) : null
    return {
      model,
      seconds: durationRange(model, settings),
      unitPrice,
      now: price && { amount: price.amount * draft.takes, atLeast: price.at_least },
      aside: (['frame', 'image', 'video', 'audio'] as const)
        .map((kind) => ({ kind, count: before[kind] - after[kind] }))
        .filter(({ count }) => count > 0),
      billsClip: model.billing.first_clip && there.input.reference_videos.length > 0,
      unpriced: Boolean(prices) && unitPrice === null,
    }
  }
  return new Map(lines.map(({ id, models }) => [id, models.map(rowOf)]))
}

/** Whether every word of the search is found in what is said of the model. */
export function matches(query: string, said: string): boolean {
  const text = said.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Kinds of material the model has a use for, as search words name them. */
export function featuresOf(model: Model): (MentionKind | 'frame' | 'asset' | 'link')[] {
  const { schemes } = model.references
  return [
    'frame',
    ...kindsOf(model),
    ...(schemes.includes('asset') ? (['asset'] as const) : []),
    ...(schemes.includes('https') ? (['link'] as const) : []),
  ]
}
