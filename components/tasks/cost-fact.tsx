'use client'

import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'

/** What it should cost beside what it did; a difference is said in one sentence. */
export function CostFact({ task }: { task: Task }) {
  const { t, format } = useI18n()
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
