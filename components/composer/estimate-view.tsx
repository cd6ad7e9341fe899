import { useI18n, type I18n } from '@/lib/client/i18n'
import type { Estimate } from '@/lib/models/estimate'
import { useEstimate, type DraftEstimate } from './use-estimate'

/** `0.05 × 8 s × 4`, `0.60 × 4 takes, any length`. */
function formulaOf(price: DraftEstimate, { t, format }: I18n): string {
  const unit = format.money(price.unit_price)
  if (price.unit === 'task') {
    return price.takes > 1
      ? t('composer.pay.perTask', { unit, count: price.takes })
      : t('composer.pay.oneTask', { unit })
  }
  const seconds = t('composer.pay.perSecond', { unit, seconds: secondsOf(price, t) })
  return price.takes > 1 ? `${seconds} × ${price.takes}` : seconds
}

function secondsOf({ parts, at_least }: Estimate, t: I18n['t']): string {
  if (at_least) return t('composer.pay.withClip', { seconds: parts.seconds })
  if (parts.clip > 0) return t('composer.pay.andClip', parts)
  return t('composer.pay.seconds', { seconds: parts.seconds })
}

/** What it will cost and how that comes about; an unknown price is said to be one. */
export function EstimateView() {
  const i18n = useI18n()
  const { t, format } = i18n
  const price = useEstimate()
  if (price === undefined) return <div className="h-9.5" />
  if (price === null) {
    return (
      <div className="min-w-0">
        <p className="text-md leading-5 font-medium">{t('composer.pay.unknown')}</p>
        <p className="truncate text-xs leading-4.5 text-ink-faint">
          {t('composer.pay.unknownWhy')}
        </p>
      </div>
    )
  }
  return (
    <div className="min-w-0">
      <p className="text-xs leading-5 whitespace-nowrap text-ink-soft">
        {price.at_least && <>{t('composer.pay.atLeast')} </>}
        <span className="text-xl leading-5 font-semibold tracking-[-0.015em] text-ink">
          {format.money(price.total)}
        </span>{' '}
        JimiCoin
      </p>
      <p className="text-xs leading-4.5 text-ink-faint">{formulaOf(price, i18n)}</p>
    </div>
  )
}
