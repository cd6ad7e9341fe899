'use client'

import { useId, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { useResolveTask } from '@/lib/client/task-changes'
import type { Task, TaskResolve } from '@/lib/schemas/task'

type SettleDialogProps = {
  task: Task
  choice: SettleChoice
  onClose: () => void
}

const words = {
  link: { title: 'task.settle.linkTitle', text: 'task.settle.linkText', go: 'task.settle.linkGo' },
  write_off: {
    title: 'task.settle.writeOffTitle',
    text: 'task.settle.writeOffText',
    go: 'task.settle.writeOffGo',
  },
  resend: {
    title: 'task.settle.resendTitle',
    text: 'task.settle.resendText',
    go: 'task.settle.resendGo',
  },
} as const

export type SettleChoice = keyof typeof words

/** Asks before an unconfirmed task is settled; before one is sent again, twice. */
export function SettleDialog({ task, choice, onClose }: SettleDialogProps) {
  const { t, format } = useI18n()
  const resolve = useResolveTask()
  const [taskId, setTaskId] = useState('')
  const [sure, setSure] = useState(false)
  const id = useId()
  const { title, text, go } = words[choice]
  const price = task.cost.estimate
  const ready = choice === 'link' ? taskId.trim() !== '' : choice === 'resend' ? sure : true

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || resolve.isPending) return
    const settled: TaskResolve =
      choice === 'link' ? { action: 'link', task_id: taskId.trim() } : { action: choice }
    resolve.mutate({ id: task.id, ...settled }, { onSuccess: onClose })
  }

  return (
    <Dialog open onClose={onClose} title={t(title)} description={t(text)}>
      <form onSubmit={submit} className="grid gap-4">
        {choice === 'link' && (
          <label className="grid gap-1.5 font-medium">
            {t('task.settle.taskId')}
            <input
              value={taskId}
              onChange={(event) => setTaskId(event.target.value)}
              data-focus
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              aria-describedby={resolve.isError ? `${id}error` : undefined}
              aria-invalid={resolve.isError || undefined}
              className="h-9 rounded-md border border-line-strong bg-sunken px-3 font-mono"
            />
          </label>
        )}
        {choice === 'resend' && (
          <label className="flex items-start gap-2.5">
            <input
              type="checkbox"
              checked={sure}
              onChange={(event) => setSure(event.target.checked)}
              className="mt-px size-4 accent-ink"
            />
            {price === null
              ? t('task.settle.sure')
              : t('task.settle.surePrice', { amount: format.money(price) })}
          </label>
        )}
        {resolve.error && (
          <p id={`${id}error`} role="alert" className="text-bad">
            {resolve.error instanceof ApiError && resolve.error.code === 'network'
              ? t('feed.noServer')
              : resolve.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button kind="ghost" onClick={onClose}>
            {t('task.cancel')}
          </Button>
          <Button
            type="submit"
            kind={choice === 'link' ? 'plain' : 'danger'}
            disabled={!ready || resolve.isPending}
          >
            {t(go)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
