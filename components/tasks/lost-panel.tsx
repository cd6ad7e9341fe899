'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ChargeLine } from './charge-line'
import { MessagePanel } from './message-panel'
import { useRights } from './use-rights'
import { useTaskActions } from './use-task-actions'

/** A clip was made and paid for, and its link died before it was ours. Loud on purpose. */
export function LostPanel({ task }: { task: Task }) {
  const { t } = useI18n()
  const { reuse } = useTaskActions(task)
  const { creates } = useRights(task)
  return (
    <MessagePanel
      tone="bad"
      icon="unlink"
      title={t('task.state.lost')}
      actions={
        creates && (
          <Button onClick={reuse}>
            <Icon name="refresh-cw" />
            {t('task.retry')}
          </Button>
        )
      }
    >
      <p>{t('task.lostText')}</p>
      <ChargeLine task={task} charged />
    </MessagePanel>
  )
}
