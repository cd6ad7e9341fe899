'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task, TaskFailure } from '@/lib/schemas/task'
import { ChargeLine } from './charge-line'
import { MessagePanel } from './message-panel'
import { useApprovalRemedy } from './use-approval-remedy'
import { useRights } from './use-rights'
import { useTaskActions } from './use-task-actions'

type FailurePanelProps = { task: Task; failure: TaskFailure; full?: boolean }

/** Failures of which our words cannot say more than the gateway's. */
const saysLittle = new Set(['bad_request', 'unknown'])

/** `full` adds the gateway's own words, for those who want them. */
export function FailurePanel({ task, failure, full = false }: FailurePanelProps) {
  const { t } = useI18n()
  const words = useFailureWords(failure)
  const actions = useTaskActions(task)
  const { creates, changes } = useRights(task)
  const refused = failure.retry === 'change'
  const remedy = useApprovalRemedy(task, failure)
  return (
    <MessagePanel
      tone="bad"
      icon={refused ? 'shield-x' : 'triangle-exclamation-point'}
      title={words.title}
      actions={
        <>
          {creates && failure.retry !== 'never' && (
            <Button onClick={actions.reuse}>
              <Icon name={refused ? 'pencil-line' : 'refresh-cw'} />
              {t(refused ? 'task.editAndRetry' : 'task.retry')}
            </Button>
          )}
          {creates && remedy && (
            <Button kind="quiet" onClick={remedy.submit}>
              <Icon name="shield-check" />
              {remedy.label}
            </Button>
          )}
          {changes && (
            <Button kind="quiet" onClick={actions.hide}>
              <Icon name="eye-off" />
              {t('task.hide')}
            </Button>
          )}
        </>
      }
    >
      <p>{words.what}</p>
      {words.change && <p>{words.change}</p>}
      <ChargeLine task={task} charged={failure.charged} />
      {(full || saysLittle.has(failure.code)) && failure.gateway_message && (
        <details className="text-xs">
          <summary className="py-1 text-ink-faint">{t('task.gatewayWords')}</summary>
          <p className="mt-1 font-mono wrap-anywhere text-ink-soft">{failure.gateway_message}</p>
        </details>
      )}
    </MessagePanel>
  )
}

/** Title, what happened and what to change, in the reader's language where the failure is a known one. */
export function useFailureWords({ code, message, params }: TaskFailure) {
  const { t, has } = useI18n()
  const word = (part: string) => {
    const key = `failure.${code}.${part}`
    return has(key) ? t(key, params) : null
  }
  return {
    title: word('title') ?? t('task.state.failed'),
    what: word('what') ?? message,
    change: word('change'),
  }
}
