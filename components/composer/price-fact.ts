import { useQuery } from '@tanstack/react-query'
import { modelsQuery } from '@/lib/client/models'
import { useI18n } from '@/lib/client/i18n'
import { effectiveResolution, type Model } from '@/lib/models/capabilities'
import { unitPrice, type PriceList } from '@/lib/models/estimate'
import { useValue } from './composer-context'

/** Unit prices by billing name; null when the gateway does not tell, undefined until it was asked. */
export function usePrices(): PriceList | null | undefined {
  const { data, isError } = useQuery(modelsQuery)
  return isError && data === undefined ? null : data?.prices
}

/** `0.05 /s`, `0.60 a take`; null while the price is not known. */
export function usePriceFact(model: Model): string | null {
  const { t, format } = useI18n()
  const prices = usePrices()
  const resolution = effectiveResolution({ resolution: useValue('resolution') }, model)
  const price = prices ? unitPrice(model, resolution, prices) : null
  if (price === null) return null
  return t(`composer.model.per.${model.billing.per}`, { price: format.money(price) })
}
