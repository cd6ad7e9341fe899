/**
 * Simulated prices in JimiCoin: no source states the real ones (protocol §6.3). Names are the
 * billing names of §3.1. SP's are not documented; the model id with its resolution stands in.
 */
type PriceMode = 'per_second' | 'per_task'
type Price = { mode: PriceMode; unit_price: number }

const perSecond = (unit_price: number): Price => ({ mode: 'per_second', unit_price })
const perTask = (unit_price: number): Price => ({ mode: 'per_task', unit_price })

const prices: Readonly<Record<string, Price>> = {
  sd2_mx_720p: perSecond(0.12),
  sd2_mx_1080p: perSecond(0.2),
  sd2_mx_2k: perSecond(0.28),
  sd2_mx_4k: perSecond(0.42),
  sd2_mx_fast_720p: perSecond(0.09),
  sd2_mx_fast_1080p: perSecond(0.15),
  sd2_mx_video_720p: perSecond(0.15),
  sd2_mx_video_1080p: perSecond(0.25),
  sd2_mx_video_2k: perSecond(0.34),
  sd2_mx_video_4k: perSecond(0.5),
  sd2_mx_video_fast_720p: perSecond(0.11),
  sd2_mx_video_fast_1080p: perSecond(0.18),
  'seedance2.0-sp-480p': perSecond(0.05),
  'seedance2.0-sp-720p': perSecond(0.08),
  'seedance2.0-sp-1080p': perSecond(0.16),
  'seedance2.0-fast-sp-480p': perSecond(0.04),
  'seedance2.0-fast-sp-720p': perSecond(0.06),
  'seedance2.0-fast-sp-1080p': perSecond(0.12),
  'seedance2.0-of-sp-480p': perSecond(0.07),
  'seedance2.0-of-sp-720p': perSecond(0.11),
  'seedance2.0-of-sp-1080p': perSecond(0.22),
  'seedance2.0-of-fast-sp-480p': perSecond(0.055),
  'seedance2.0-of-fast-sp-720p': perSecond(0.09),
  'seedance2.0-of-fast-sp-1080p': perSecond(0.17),
  'seedance2.0-mini-480p': perSecond(0.03),
  'seedance2.0-mini-720p': perSecond(0.05),
  'seedance2.0-mini-1080p': perSecond(0.1),
  'seedance2.0-mini-480p-video': perSecond(0.035),
  'seedance2.0-mini-720p-video': perSecond(0.06),
  'seedance2.0-mini-1080p-video': perSecond(0.12),
  'seedance2.0-mini-sp-480p': perTask(0.2),
  'seedance2.0-mini-sp-720p': perTask(0.3),
  'seedance2.0-md': perTask(0.6),
  'seedance2.0-fast-md': perTask(0.45),
  'seedance2.0-fast-i2v': perTask(0.35),
  'seedance2.0-std': perTask(0.5),
}

export function billingName(model: string, resolution: string): string {
  if (model in prices) return model
  if (model === 'seedance2.0-mini-video') return `seedance2.0-mini-${resolution}-video`
  return `${model}-${resolution}`
}

/** JimiCoin, to the hundredth of a cent, for the seconds that are billed (§3.1). */
export function costOf(model: string, resolution: string, seconds: number): number {
  const name = billingName(model, resolution)
  const price = prices[name]
  if (price === undefined) throw new Error(`no price for ${name}`)
  return coins(price.mode === 'per_task' ? price.unit_price : price.unit_price * seconds)
}

/** Sums of decimal fractions, without the binary dust. */
export function coins(amount: number): number {
  return Math.round(amount * 10_000) / 10_000
}

/** Rows of `GET /api/openapi/model/catalog`, filtered as its `search` does. */
export function catalogRows(search: string) {
  const needle = search.trim().toLowerCase()
  return Object.entries(prices)
    .filter(([name]) => name.toLowerCase().includes(needle) || 'seedance'.includes(needle))
    .map(([name, price]) => ({
      model_name: name,
      display_name: `Seedance 2.0 · ${name}`,
      model_type: 'video',
      price_mode: price.mode,
      unit_price: price.unit_price,
      remark: 'simulated price',
      group: 'seedance',
    }))
}
