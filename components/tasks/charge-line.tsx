'use client'

import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'

/** Was it charged, and what would a new try cost: the first thing one asks of a failure. */
export function ChargeLine({ task, charged }: { task: Task; charged: boolean | null }) {
  const { t, format } = useI18n()
  const { actual, estimate } = task.cost
  const paid = actual ?? estimate
  const said =
    charged === null
      ? t('task.charge.unknown')
      : !charged
        ? t('task.charge.no')
        : paid === null
          ? t('task.charge.yes')
          : t('task.charge.amount', { amount: format.money(paid) })
  const icon = charged === null ? 'circle-question-mark' : charged ? 'coins' : 'check'
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 font-medium text-ink">
      <Icon name={icon} className={cx(charged === false ? 'text-ok' : 'text-warn')} />
      <span>{said}</span>
      {estimate !== null && (
        <span className="font-normal text-ink-soft">
          {t('task.charge.again', { amount: format.money(estimate) })}
        </span>
      )}
    </p>
  )
}
