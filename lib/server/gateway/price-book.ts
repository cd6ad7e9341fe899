import 'server-only'
import type { PriceList } from '@/lib/models/estimate'
import type { Clock } from '@/lib/server/clock'
import type { Gateway } from './client'

/**
 * The gateway's price list. An old one is given at once while a newer is fetched, so that nobody who
 * wants to generate waits for prices.
 */
export type PriceBook = {
  /** JimiCoin by billing name; `null` until the gateway has told. */
  list(): Promise<PriceList | null>
}

const freshMilliseconds = 10 * 60 * 1000
const retryMilliseconds = 30 * 1000

export function createPriceBook(gateway: Pick<Gateway, 'prices'>, clock: Clock): PriceBook {
  let known: PriceList | null = null
  let askAgainAt = 0
  let asking: Promise<PriceList | null> | null = null

  async function ask(): Promise<PriceList | null> {
    const outcome = await gateway.prices()
    if (outcome.kind === 'ok') known = outcome.value
    const wait = outcome.kind === 'ok' ? freshMilliseconds : retryMilliseconds
    askAgainAt = clock.now().getTime() + wait
    return known
  }

  return {
    async list() {
      if (clock.now().getTime() < askAgainAt) return known
      asking ??= ask().finally(() => {
        asking = null
      })
      return known ?? asking
    },
  }
}
