import { useSyncExternalStore } from 'react'
import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { subscribeDraftOrMedia } from '@/lib/client/draft-or-media'
import { getDrafts } from '@/lib/client/draft-store'
import { factsOf } from '@/lib/client/media-store'
import { getModel } from '@/lib/models/capabilities'
import { estimate, firstClipSeconds, type Estimate, type PriceList } from '@/lib/models/estimate'
import { usePrices } from './price-fact'

export type DraftEstimate = Estimate & { takes: number; total: number }

let last: { key: string; value: DraftEstimate | null } = { key: 'null', value: null }

/** The same object until it says something else: typing renders no price. */
function draftEstimate(state: DraftState, prices: PriceList): DraftEstimate | null | undefined {
  const { input, takes } = activeEntry(state).draft
  if (Number.isNaN(input.duration)) return undefined
  const model = getModel(input.model)
  const one =
    model === undefined ? null : estimate(input, model, prices, firstClipSeconds(input, factsOf))
  const value = one && { ...one, takes, total: Number((one.amount * takes).toFixed(6)) }
  const key = JSON.stringify(value)
  if (key !== last.key) last = { key, value }
  return last.value
}

/**
 * What pressing Generate will cost; null when the price is not known, undefined until it was asked
 * and while the seconds are missing.
 */
export function useEstimate(): DraftEstimate | null | undefined {
  const prices = usePrices()
  return useSyncExternalStore(
    subscribeDraftOrMedia,
    () => (prices ? draftEstimate(getDrafts(), prices) : prices),
    () => undefined,
  )
}
