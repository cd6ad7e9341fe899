'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { MessagePanel } from './message-panel'
import type { SettleChoice } from './settle-dialog'
import { useRights } from './use-rights'

const SettleDialog = dynamic(() => import('./settle-dialog').then((module) => module.SettleDialog))

const onWash = 'bg-unsure/18 text-ink hover:bg-unsure/28 aria-pressed:bg-unsure/28'
const onWashQuiet =
  'bg-transparent text-ink shadow-[inset_0_0_0_1px_color-mix(in_oklch,var(--color-unsure)_45%,transparent)] hover:bg-unsure/18'

/** A paid call was sent and its outcome is unknown: the evidence, and three ways to settle it. */
export function DoubtPanel({ task }: { task: Task }) {
  const { t, format } = useI18n()
  const [choice, setChoice] = useState<SettleChoice | null>(null)
  const { changes } = useRights(task)
  const sentAt = task.doubt?.sent_at ?? task.created_at
  return (
    <MessagePanel
      tone="unsure"
      icon="circle-question-mark"
      title={t('task.state.unconfirmed')}
      actions={
        changes && (
          <>
            <Button className={onWash} onClick={() => setChoice('link')}>
              <Icon name="link-2" />
              {t('task.settle.link')}
            </Button>
            <Button className={onWashQuiet} onClick={() => setChoice('write_off')}>
              {t('task.settle.writeOff')}
            </Button>
            <Button className={onWashQuiet} onClick={() => setChoice('resend')}>
              {t('task.settle.resend')}
            </Button>
          </>
        )
      }
    >
      <p>{t('task.doubt.sent', { time: format.timeSeconds(sentAt) })}</p>
      {task.doubt && <Evidence doubt={task.doubt} />}
      {choice && <SettleDialog task={task} choice={choice} onClose={() => setChoice(null)} />}
    </MessagePanel>
  )
}

const verdicts = {
  charged: 'task.doubt.charged',
  not_charged: 'task.doubt.notCharged',
  unclear: 'task.doubt.unclear',
} as const

function Evidence({ doubt }: { doubt: NonNullable<Task['doubt']> }) {
  const { t, rich, format } = useI18n()
  const { spend_before: before, spend_after: after, verdict } = doubt
  if (before !== null && after === null && doubt.reading) return <p>{t('task.doubt.reading')}</p>
  if (before === null || after === null) return <p>{t('task.doubt.noSpend')}</p>
  return (
    <p>
      {rich(verdicts[verdict], {
        spend: (
          <b className="font-semibold">
            {format.money(before)} → {format.money(after)}
          </b>
        ),
      })}
    </p>
  )
}
