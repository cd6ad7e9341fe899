import { effectiveResolution, type Model } from './capabilities'
import type { FactsOf } from './media-facts'
import type { TaskInput } from './task-input'

/** Unit prices in JimiCoin by billing model name. */
export type PriceList = Readonly<Record<string, number>>

export type Estimate = {
  /** JimiCoin, rounded to six places. */
  amount: number
  unit_price: number
  unit: 'task' | 'second'
  /** 1 for a task, else the seconds that are billed. */
  quantity: number
  /** What `quantity` is made of; `clip` is the first reference clip's rounded seconds. */
  parts: { seconds: number; clip: number }
  /** The first clip's length is billed and not known: the amount is a lower bound. */
  at_least: boolean
}

/** Names under which the price list may know the model, best first (protocol §3.1). */
export function billingNames({ id, billing }: Model, resolution: string): string[] {
  return billing.names.map((name) =>
    name.replace('{model}', id).replace('{resolution}', resolution),
  )
}

/** The name that the price list has, or else the likeliest one. */
export function billingName(model: Model, resolution: string, prices: PriceList = {}): string {
  const names = billingNames(model, resolution)
  return names.find((name) => Object.hasOwn(prices, name)) ?? names[0] ?? model.id
}

/** JimiCoin per task or second; null when the price list does not have the model. */
export function unitPrice(model: Model, resolution: string, prices: PriceList): number | null {
  const name = billingName(model, resolution, prices)
  return Object.hasOwn(prices, name) ? (prices[name] ?? null) : null
}

/**
 * What a task will cost in JimiCoin, or null when its price is unknown. `firstClipSeconds` is the
 * length of the first reference clip, which some models bill on top (protocol §3.1).
 */
export function estimate(
  input: Pick<TaskInput, 'duration' | 'resolution' | 'reference_videos'>,
  model: Model,
  prices: PriceList,
  firstClipSeconds?: number,
): Estimate | null {
  const price = unitPrice(model, effectiveResolution(input, model), prices)
  if (price === null) return null
  const seconds = input.duration ?? model.duration.default
  if (!Number.isFinite(seconds)) return null
  const billsClip = model.billing.first_clip && Boolean(input.reference_videos?.length)
  const clip = billsClip ? Math.round(firstClipSeconds ?? 0) : 0
  const quantity = model.billing.per === 'task' ? 1 : seconds + clip
  return {
    amount: sixPlaces(price * quantity),
    unit_price: price,
    unit: model.billing.per,
    quantity,
    parts: { seconds, clip },
    at_least: billsClip && firstClipSeconds === undefined,
  }
}

/** Seconds of the first reference clip, for `estimate`; undefined where nothing is known of it. */
export function firstClipSeconds(
  { reference_videos: [first] = [] }: Pick<TaskInput, 'reference_videos'>,
  factsOf: FactsOf,
): number | undefined {
  return first === undefined ? undefined : (factsOf(first)?.duration ?? undefined)
}

/** The lowest and highest unit price over the model's resolutions; null when none is known. */
export function unitPriceRange(
  model: Model,
  prices: PriceList,
): { min: number; max: number; unit: 'task' | 'second' } | null {
  const known = model.resolution.values
    .map((resolution) => unitPrice(model, resolution, prices))
    .filter((price) => price !== null)
  if (known.length === 0) return null
  return { min: Math.min(...known), max: Math.max(...known), unit: model.billing.per }
}

/** Sums of prices are decimal: 0.1 × 3 is 0.3. */
function sixPlaces(amount: number): number {
  return Number(amount.toFixed(6))
}
