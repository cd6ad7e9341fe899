'use client'

import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import { factsOf } from '@/lib/client/media-store'
import { modelsQuery } from '@/lib/client/models'
import { getModel } from '@/lib/models/capabilities'
import { estimate as estimateOf, firstClipSeconds, type Estimate } from '@/lib/models/estimate'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'

/** What it should cost beside what it did; a difference is said in one sentence. */
export function CostFact({ task }: { task: Task }) {
  const { t, format } = useI18n()
  const formula = useFormula(task)
  const { estimate, actual, unit } = task.cost
  const isFree = task.status === 'failed' && task.failure?.charged === false
  const paid = isFree ? 0 : actual
  const difference = estimate !== null && paid !== null && !isFree ? paid - estimate : 0
  const amount = format.money(Math.abs(difference))
  return (
    <Fact title={t('task.cost')}>
      <dl className="flex gap-6">
        <div>
          <dt className="text-xs text-ink-faint">{t('task.estimate')}</dt>
          <dd className="text-xl text-ink-soft">
            {estimate === null ? t('feed.unknownPrice') : format.money(estimate)}
            {formula && <small className="ms-1.5 text-xs text-ink-faint">{formula}</small>}
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-faint">{t('task.charged')}</dt>
          <dd className="text-xl">
            {paid === null ? (
              <span className="text-md text-ink-soft">{t('task.notReported')}</span>
            ) : (
              <>
                <b className="font-semibold">{format.money(paid)}</b>{' '}
                <span className="text-xs text-ink-faint">{unit}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
      {Math.abs(difference) > 1e-9 && (
        <p className="mt-1 text-xs text-ink-soft">
          {difference > 0
            ? t('task.difference.more', { amount })
            : t('task.difference.less', { amount })}
        </p>
      )}
    </Fact>
  )
}

/** How the estimate came about, as long as the prices are still those of then. */
function useFormula({ input, cost }: Task): string | null {
  const { t, format } = useI18n()
  const { data } = useQuery({ ...modelsQuery, enabled: cost.estimate !== null })
  const model = getModel(input.model)
  if (!data?.prices || !model) return null
  const clip = firstClipSeconds(input, factsOf)
  const now = estimateOf(input, model, data.prices, clip)
  if (!now || now.amount !== cost.estimate) return null
  const unit = format.money(now.unit_price)
  if (now.unit === 'task') return t('composer.pay.oneTask', { unit })
  return t('composer.pay.perSecond', { unit, seconds: secondsOf(now) })

  function secondsOf({ parts }: Estimate): string {
    return parts.clip > 0
      ? t('composer.pay.andClip', parts)
      : t('composer.pay.seconds', { seconds: parts.seconds })
  }
}
